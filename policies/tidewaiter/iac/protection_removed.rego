# METADATA
# scope: package
# title: Protection switched off
# description: >-
#   An update switches off a protection that is on today.
# custom:
#   id: iac.protection_removed
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Keep the protection, or replace it by a stronger one first."
#   since: 0.1.0
#   controls:
#     soc2: ["CC7.1"]
package tidewaiter.iac.protection_removed

import data.tidewaiter.lib.plan

protections := {"at_rest_encryption_enabled", "block_public_acls", "block_public_policy", "deletion_protection", "enable_https_traffic_only", "enable_key_rotation", "enable_log_file_validation", "enable_logging", "encrypted", "https_traffic_only_enabled", "ignore_public_acls", "is_multi_region_trail", "multi_factor_auth_delete", "purge_protection_enabled", "restrict_public_buckets", "storage_encrypted", "transit_encryption_enabled", "uniform_bucket_level_access"}

deny contains finding if {
	some list in input.infrastructure.plan.resources
	some r in list
	r.action == "update"
	some attribute in protections
	r.before[attribute] == true
	r.after[attribute] == false
	finding := plan.finding("iac.protection_removed", r, sprintf("%s of %s is switched off", [attribute, r.address]), attribute)
}
