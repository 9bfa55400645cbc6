# METADATA
# scope: package
# title: Database not encrypted
# description: >-
#   The storage of a database is not encrypted.
# custom:
#   id: iac.aws_rds_unencrypted
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set storage_encrypted; an existing database has to be restored from an encrypted snapshot."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28(1)"]
#     pci-dss: ["3.5.1"]
#     soc2: ["CC6.1"]
#   equivalents:
#     checkov: ["CKV_AWS_16"]
#     regula: ["FG_R00093"]
#     trivy: ["AVD-AWS-0080"]
package tidewaiter.iac.aws_rds_unencrypted

import data.tidewaiter.lib.plan

replica(r) if plan.present(r, "replicate_source_db")

replica(r) if plan.present(r, "snapshot_identifier")

deny contains finding if {
	some r in plan.resources("aws_db_instance")
	plan.not_true(r, "storage_encrypted")
	not replica(r)
	finding := plan.finding("iac.aws_rds_unencrypted", r, sprintf("%s is not encrypted", [r.address]), "storage_encrypted")
}
