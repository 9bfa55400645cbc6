# METADATA
# scope: package
# title: Warehouse not encrypted
# description: >-
#   A data warehouse is not encrypted.
# custom:
#   id: iac.aws_redshift_unencrypted
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set encrypted."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28(1)"]
#   equivalents:
#     checkov: ["CKV_AWS_64"]
#     trivy: ["AVD-AWS-0084"]
package tidewaiter.iac.aws_redshift_unencrypted

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_redshift_cluster")
	plan.not_true(r, "encrypted")
	finding := plan.finding("iac.aws_redshift_unencrypted", r, sprintf("%s is not encrypted", [r.address]), "encrypted")
}
