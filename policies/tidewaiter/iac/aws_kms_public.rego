# METADATA
# scope: package
# title: Public key policy
# description: >-
#   A key policy allows everybody.
# custom:
#   id: iac.aws_kms_public
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Name the principals, or restrict the statement with a condition."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3"]
#   equivalents:
#     checkov: ["CKV_AWS_33"]
#     regula: ["FG_R00252"]
package tidewaiter.iac.aws_kms_public

import data.tidewaiter.lib.plan

deny contains finding if {
	some p in input.infrastructure.plan.policies
	p.type in {"aws_kms_key", "aws_kms_key_policy"}
	p.allow
	p.everybody
	not p.restricted
	finding := plan.finding("iac.aws_kms_public", p, sprintf("the policy of %s lets everybody use the key", [p.address]), p.attribute)
}
