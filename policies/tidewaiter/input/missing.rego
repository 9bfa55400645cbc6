# METADATA
# scope: package
# title: Missing evidence
# description: >-
#   An expected kind of evidence is not provided by any readable document. What was not looked at is not clean.
# custom:
#   id: input.missing
#   severity: high
#   enforcement: hard
#   unwaivable: true
#   parameters:
#     expected: {default: ["sbom", "vulnerabilities"], description: "Kinds of evidence without which there is no pass, where neither gate file nor profile lists any."}
#   remediation: "Produce the document in the pipeline or remove it from the expected list under change control."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CA-7", "SA-11"]
#     osps: ["VM-05.03"]
#     soc2: ["CC8.1"]
package tidewaiter.input.missing

provided contains kind if {
	some doc in input.inputs
	doc.status in {"ok", "partial"}
	some kind in doc.provides
}

provided contains database.kind if {
	some database in input.databases
	database.kind in {"kev", "epss"}
}

deny contains finding if {
	some kind in input.expected.inputs
	not kind in provided
	finding := {
		"rule": "input.missing",
		"message": sprintf("no readable document provides %s", [kind]),
		"target": {"evidence": kind},
	}
}
