# METADATA
# scope: package
# title: Document or graph database not encrypted
# description: >-
#   The storage of a database cluster is not encrypted.
# custom:
#   id: iac.aws_docdb_neptune_unencrypted
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set storage_encrypted."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28(1)"]
#   equivalents:
#     checkov: ["CKV_AWS_74", "CKV_AWS_44"]
#     trivy: ["AVD-AWS-0021", "AVD-AWS-0076"]
package tidewaiter.iac.aws_docdb_neptune_unencrypted

import data.tidewaiter.lib.plan

deny contains finding if {
	some kind in ["aws_docdb_cluster", "aws_neptune_cluster"]
	some r in plan.resources(kind)
	plan.not_true(r, "storage_encrypted")
	finding := plan.finding("iac.aws_docdb_neptune_unencrypted", r, sprintf("%s is not encrypted", [r.address]), "storage_encrypted")
}
