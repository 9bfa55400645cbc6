# METADATA
# scope: package
# title: Timestamp in the future
# description: >-
#   A document is dated after the moment of evaluation. Either a clock is wrong or somebody made it look fresh.
# custom:
#   id: document.timestamp_future
#   severity: medium
#   enforcement: hard
#   parameters:
#     skew: {default: "5m", description: "By how much clocks may differ."}
#   remediation: "Fix the clock of the producer."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AU-10"]
package tidewaiter.document.timestamp_future

parameters := data.tidewaiter.parameters["document.timestamp_future"]

deny contains finding if {
	some number, doc in input.inputs
	is_number(doc.age_seconds)
	doc.age_seconds + (time.parse_duration_ns(parameters.skew) / 1000000000) < 0
	finding := {
		"rule": "document.timestamp_future",
		"message": sprintf("%s is dated %s, after the moment of evaluation", [doc.name, doc.produced_at]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}
