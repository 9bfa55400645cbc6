# METADATA
# scope: package
# title: Public bucket policy
# description: >-
#   A bucket policy allows everybody, and no condition says who or from where.
# custom:
#   id: iac.aws_s3_public_policy
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Name the principals, or restrict the statement with a condition."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3", "AC-6"]
#   equivalents:
#     checkov: ["CKV_AWS_70"]
#     regula: ["FG_R00210", "FG_R211"]
#     trivy: ["AVD-AWS-0087"]
package tidewaiter.iac.aws_s3_public_policy

import data.tidewaiter.lib.plan

deny contains finding if {
	some p in input.infrastructure.plan.policies
	p.type in {"aws_s3_bucket_policy", "aws_s3_bucket"}
	p.allow
	p.everybody
	not p.restricted
	finding := plan.finding("iac.aws_s3_public_policy", p, sprintf("the policy of %s lets everybody in", [p.address]), p.attribute)
}
