# METADATA
# scope: package
# title: Signature of something else
# description: >-
#   Signed digest ≠ subject digest (multi-platform: index or each platform manifest must be covered).
# custom:
#   id: signature.subject_mismatch
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   needs: [signatures]
#   remediation: "Sign the digest that is deployed."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SI-7(1)"]
#     slsa: ["verify"]
package tidewaiter.signature.subject_mismatch

import data.tidewaiter.lib

deny contains finding if {
	count(input.signatures) > 0
	every signature in input.signatures {
		signature.matches_subject == false
	}
	digests := {digest | some signature in input.signatures; some digest in signature.subjects}
	finding := {
		"rule": "signature.subject_mismatch",
		"message": sprintf("the signatures are about %s, which is not the subject", [concat(", ", array.slice(sort(digests), 0, 3))]),
		"target": {"subject": lib.text(input.subject.name)},
	}
}
