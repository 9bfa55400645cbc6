# METADATA
# scope: package
# title: File system not encrypted
# description: >-
#   A file system is not encrypted.
# custom:
#   id: iac.aws_efs_unencrypted
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set encrypted; an existing file system has to be replaced."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28(1)"]
#   equivalents:
#     checkov: ["CKV_AWS_42"]
#     trivy: ["AVD-AWS-0037"]
package tidewaiter.iac.aws_efs_unencrypted

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_efs_file_system")
	plan.not_true(r, "encrypted")
	finding := plan.finding("iac.aws_efs_unencrypted", r, sprintf("%s is not encrypted", [r.address]), "encrypted")
}
