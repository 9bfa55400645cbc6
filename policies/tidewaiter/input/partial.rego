# METADATA
# scope: package
# title: Partly read document
# description: >-
#   Some records of a document could not be read. What was read is judged, but nobody knows what the rest would say.
# custom:
#   id: input.partial
#   severity: medium
#   enforcement: hard
#   parameters:
#     max_skipped: {default: 0, description: "Records that may be skipped."}
#   remediation: "Fix the producer or the format version."
#   since: 0.1.0
#   controls:
#     nist-ssdf: ["PO.3.3"]
package tidewaiter.input.partial

parameters := data.tidewaiter.parameters["input.partial"]

deny contains finding if {
	some number, doc in input.inputs
	doc.skipped > parameters.max_skipped
	finding := {
		"rule": "input.partial",
		"message": sprintf("%d records of %s could not be read", [doc.skipped, doc.name]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
		"data": {"skipped": doc.skipped, "errors": doc.errors},
	}
}
