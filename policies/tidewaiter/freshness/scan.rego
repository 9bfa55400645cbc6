# METADATA
# scope: package
# title: Old scan
# description: >-
#   Scan produced_at older than limit.
# custom:
#   id: freshness.scan
#   severity: medium
#   enforcement: hard
#   needs: [vulnerabilities]
#   parameters:
#     max_age_hours: {default: 24, description: "Hours that a scan may be old."}
#   remediation: "Re-scan."
#   since: 0.1.0
#   controls:
#     dora: ["RTS-10(2)"]
#     nist-800-53: ["RA-5"]
package tidewaiter.freshness.scan

parameters := data.tidewaiter.parameters["freshness.scan"]

deny contains finding if {
	some number, doc in input.inputs
	"vulnerabilities" in doc.provides
	is_number(doc.age_seconds)
	doc.age_seconds > parameters.max_age_hours * 3600
	finding := {
		"rule": "freshness.scan",
		"message": sprintf("%s is %d hours old", [doc.name, floor(doc.age_seconds / 3600)]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}

deny contains finding if {
	some number, doc in input.inputs
	doc.status in {"ok", "partial"}
	"vulnerabilities" in doc.provides
	not is_number(doc.age_seconds)
	finding := {
		"rule": "freshness.scan",
		"message": sprintf("%s does not say when it was made", [doc.name]),
		"target": {"document": doc.name},
		"enforcement": "soft",
		"sources": [{"input": number, "at": ""}],
	}
}
