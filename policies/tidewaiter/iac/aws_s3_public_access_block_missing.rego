# METADATA
# scope: package
# title: No public access block
# description: >-
#   No public access block belongs to the bucket, nor to the account in this plan.
# custom:
#   id: iac.aws_s3_public_access_block_missing
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Add a public access block."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3"]
#   equivalents:
#     checkov: ["CKV2_AWS_6"]
#     regula: ["FG_R00229"]
#     trivy: ["AVD-AWS-0094"]
package tidewaiter.iac.aws_s3_public_access_block_missing

import data.tidewaiter.lib.plan

account if count(plan.resources("aws_s3_account_public_access_block")) > 0

shielded := plan.pointed(plan.resources("aws_s3_bucket_public_access_block"), "bucket")

covered(r) if {
	some name in plan.names(r)
	name in shielded
}

# A block whose bucket nobody can tell may be this one's.
unresolved if {
	some b in plan.resources("aws_s3_bucket_public_access_block")
	count(plan.points(b, "bucket")) == 0
}

deny contains finding if {
	some r in plan.resources("aws_s3_bucket")
	not account
	not unresolved
	not covered(r)
	finding := plan.finding("iac.aws_s3_public_access_block_missing", r, sprintf("%s has no public access block", [r.address]), "")
}
