# METADATA
# scope: package
# title: Cache not encrypted
# description: >-
#   A cache is not encrypted at rest or in transit.
# custom:
#   id: iac.aws_elasticache_unencrypted
#   severity: medium
#   enforcement: hard
#   needs: [iac]
#   remediation: "Enable encryption at rest and in transit."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28(1)", "SC-8"]
#   equivalents:
#     checkov: ["CKV_AWS_29", "CKV_AWS_30"]
#     regula: ["FG_R00105"]
#     trivy: ["AVD-AWS-0045", "AVD-AWS-0051"]
package tidewaiter.iac.aws_elasticache_unencrypted

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_elasticache_replication_group")
	plan.not_true(r, "at_rest_encryption_enabled")
	finding := plan.finding("iac.aws_elasticache_unencrypted", r, sprintf("%s is not encrypted at rest and in transit", [r.address]), "at_rest_encryption_enabled")
}

deny contains finding if {
	some r in plan.resources("aws_elasticache_replication_group")
	plan.not_true(r, "transit_encryption_enabled")
	finding := plan.finding("iac.aws_elasticache_unencrypted", r, sprintf("%s is not encrypted at rest and in transit", [r.address]), "transit_encryption_enabled")
}
