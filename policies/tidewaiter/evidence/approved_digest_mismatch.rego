# METADATA
# scope: package
# title: Another digest was approved
# description: >-
#   Approval exists for another digest.
# custom:
#   id: evidence.approved_digest_mismatch
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   remediation: "Deploy the approved digest."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SI-7"]
#     soc2: ["CC8.1"]
package tidewaiter.evidence.approved_digest_mismatch

import data.tidewaiter.lib

deny contains finding if {
	digests := {approval.digest | some approval in input.context.approvals}
	count(digests) > 0
	count(input.subject.digests) > 0
	every digest in digests {
		not digest in input.subject.digests
	}
	finding := {
		"rule": "evidence.approved_digest_mismatch",
		"message": sprintf("%s was approved, which is not the subject", [concat(", ", sort(digests))]),
		"target": {"subject": lib.text(input.subject.name)},
	}
}
