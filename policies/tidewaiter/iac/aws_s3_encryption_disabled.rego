# METADATA
# scope: package
# title: Customer key missing
# description: >-
#   An encryption configuration is deleted, or a customer key is asked for and not used. Default encryption has been
#   on since 2023, so absence alone is fine.
# custom:
#   id: iac.aws_s3_encryption_disabled
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   parameters:
#     customer_key: {default: false, description: "Buckets have to use a key of the customer."}
#   remediation: "Keep the configuration, and use a customer key."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28"]
#   equivalents:
#     checkov: ["CKV_AWS_19", "CKV_AWS_145"]
#     regula: ["FG_R00099"]
#     trivy: ["AVD-AWS-0132"]
package tidewaiter.iac.aws_s3_encryption_disabled

import data.tidewaiter.lib.plan

parameters := data.tidewaiter.parameters["iac.aws_s3_encryption_disabled"]

keyed(r) if {
	some rule in r.after.rule
	some setting in rule.apply_server_side_encryption_by_default
	setting.sse_algorithm in {"aws:kms", "aws:kms:dsse"}
}

keyed(r) if plan.is_unknown(r, "rule")

removed(row) if row.type == "aws_s3_bucket_server_side_encryption_configuration"

deny contains finding if {
	some r in plan.resources("aws_s3_bucket_server_side_encryption_configuration")
	parameters.customer_key
	not keyed(r)
	finding := plan.finding("iac.aws_s3_encryption_disabled", r, sprintf("%s does not use a customer key", [r.address]), "rule")
}

deny contains finding if {
	some row in input.infrastructure.plan.removed
	removed(row)
	row.action == "delete"
	finding := {
		"rule": "iac.aws_s3_encryption_disabled",
		"message": sprintf("the encryption configuration %s is deleted", [row.address]),
		"target": {"resource": row.address},
		"sources": [row.source],
	}
}
