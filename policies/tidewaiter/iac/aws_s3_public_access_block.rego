# METADATA
# scope: package
# title: Public access block with gaps
# description: >-
#   One of the four flags that keep a bucket private is off.
# custom:
#   id: iac.aws_s3_public_access_block
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set all four flags."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3"]
#   equivalents:
#     checkov: ["CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56"]
#     regula: ["FG_R00229"]
#     trivy: ["AVD-AWS-0086", "AVD-AWS-0087", "AVD-AWS-0091", "AVD-AWS-0093"]
package tidewaiter.iac.aws_s3_public_access_block

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_s3_bucket_public_access_block")
	some flag in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
	plan.not_true(r, flag)
	finding := plan.finding("iac.aws_s3_public_access_block", r, sprintf("%s does not set %s", [r.address, flag]), flag)
}
