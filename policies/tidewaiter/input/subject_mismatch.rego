# METADATA
# scope: package
# title: Document about something else
# description: >-
#   A document states the digest of the artifact that it is about, and it is none of the subject's. A clean scan of
#   another build says nothing about this one.
# custom:
#   id: input.subject_mismatch
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   remediation: "The scan or SBOM belongs to another artifact; regenerate for this digest."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SI-7(1)", "SR-4(3)"]
#     slsa: ["verify-step-2"]
package tidewaiter.input.subject_mismatch

deny contains finding if {
	some number, doc in input.inputs
	doc.subject_match == "mismatch"
	finding := {
		"rule": "input.subject_mismatch",
		"message": sprintf("%s is about %s, which is not the subject", [doc.name, concat(", ", array.slice(doc.subject_digests, 0, 3))]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}
