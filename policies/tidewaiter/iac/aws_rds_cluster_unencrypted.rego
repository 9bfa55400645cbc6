# METADATA
# scope: package
# title: Database cluster not encrypted
# description: >-
#   The storage of a database cluster is not encrypted.
# custom:
#   id: iac.aws_rds_cluster_unencrypted
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set storage_encrypted."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28(1)"]
#   equivalents:
#     checkov: ["CKV_AWS_96"]
#     regula: ["FG_R00093"]
#     trivy: ["AVD-AWS-0079"]
package tidewaiter.iac.aws_rds_cluster_unencrypted

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_rds_cluster")
	plan.not_true(r, "storage_encrypted")
	not r.after.engine_mode == "serverless"
	not plan.present(r, "replication_source_identifier")
	not plan.present(r, "snapshot_identifier")
	finding := plan.finding("iac.aws_rds_cluster_unencrypted", r, sprintf("%s is not encrypted", [r.address]), "storage_encrypted")
}
