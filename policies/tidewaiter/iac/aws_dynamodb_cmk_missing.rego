# METADATA
# scope: package
# title: Table without customer key
# description: >-
#   A table is encrypted with the service's key where a customer key is asked for.
# custom:
#   id: iac.aws_dynamodb_cmk_missing
#   severity: low
#   enforcement: off
#   needs: [iac]
#   remediation: "Name a customer key."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-12"]
#   equivalents:
#     checkov: ["CKV_AWS_119"]
#     regula: ["FG_R00069"]
#     trivy: ["AVD-AWS-0025"]
package tidewaiter.iac.aws_dynamodb_cmk_missing

import data.tidewaiter.lib.plan

keyed(r) if {
	some block in r.after.server_side_encryption
	block.enabled == true
	is_string(block.kms_key_arn)
}

keyed(r) if plan.is_unknown(r, "server_side_encryption")

deny contains finding if {
	some r in plan.resources("aws_dynamodb_table")
	not keyed(r)
	finding := plan.finding("iac.aws_dynamodb_cmk_missing", r, sprintf("%s does not use a customer key", [r.address]), "server_side_encryption")
}
