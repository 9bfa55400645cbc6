# METADATA
# scope: package
# title: Weak audit trail
# description: >-
#   The audit trail does not cover all regions, is not validated, or does not log.
# custom:
#   id: iac.aws_cloudtrail_weak
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Cover all regions, validate log files, and keep logging on."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AU-2", "AU-9", "AU-12"]
#     pci-dss: ["10.2.1"]
#   equivalents:
#     checkov: ["CKV_AWS_67", "CKV_AWS_36"]
#     regula: ["FG_R00027"]
#     trivy: ["AVD-AWS-0014", "AVD-AWS-0016"]
package tidewaiter.iac.aws_cloudtrail_weak

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_cloudtrail")
	some attribute in ["is_multi_region_trail", "enable_log_file_validation"]
	plan.not_true(r, attribute)
	finding := plan.finding("iac.aws_cloudtrail_weak", r, sprintf("%s does not set %s", [r.address, attribute]), attribute)
}

deny contains finding if {
	some r in plan.resources("aws_cloudtrail")
	plan.is_false(r, "enable_logging")
	finding := plan.finding("iac.aws_cloudtrail_weak", r, sprintf("%s does not log", [r.address]), "enable_logging")
}
