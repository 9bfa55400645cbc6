# METADATA
# scope: package
# title: Document without a digest of the subject
# description: >-
#   Input carries no digest that ties it to the subject.
# custom:
#   id: input.subject_unbound
#   severity: medium
#   enforcement: soft
#   remediation: "Generate from the digest, not a tag or a directory."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SR-4"]
package tidewaiter.input.subject_unbound

deny contains finding if {
	some number, doc in input.inputs
	doc.subject_match == "unbound"
	finding := {
		"rule": "input.subject_unbound",
		"message": sprintf("%s names no digest that ties it to the subject", [doc.name]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}
