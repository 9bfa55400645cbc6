# METADATA
# scope: package
# title: Implausibly empty document
# description: >-
#   A bill of materials or a scan is empty although something should be in it. Zero findings with zero components
#   looked at is not clean, it is not scanned.
# custom:
#   id: input.implausibly_empty
#   severity: high
#   enforcement: hard
#   parameters:
#     allow_empty_for: {default: ["scratch", "distroless-static"], description: "Parts of subject or base image names for which nothing inside is plausible."}
#   remediation: "Check generator cataloguers and scanner database."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["RA-5(3)"]
package tidewaiter.input.implausibly_empty

parameters := data.tidewaiter.parameters["input.implausibly_empty"]

exempt if {
	some name in parameters.allow_empty_for
	contains(input.subject.name, name)
}

exempt if {
	some name in parameters.allow_empty_for
	contains(input.image.base.reference, name)
}

deny contains finding if {
	some number, doc in input.inputs
	doc.implausible.reason
	not exempt
	finding := {
		"rule": "input.implausibly_empty",
		"message": sprintf("%s is implausibly empty: %s", [doc.name, doc.implausible.reason]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}
