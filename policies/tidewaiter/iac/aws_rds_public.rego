# METADATA
# scope: package
# title: Database reachable from everywhere
# description: >-
#   A database has a public address.
# custom:
#   id: iac.aws_rds_public
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set publicly_accessible to false."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#     pci-dss: ["1.4.2"]
#   equivalents:
#     checkov: ["CKV_AWS_17"]
#     regula: ["FG_R00278"]
#     trivy: ["AVD-AWS-0180"]
package tidewaiter.iac.aws_rds_public

import data.tidewaiter.lib.plan

deny contains finding if {
	some kind in ["aws_db_instance", "aws_rds_cluster_instance"]
	some r in plan.resources(kind)
	plan.is_true(r, "publicly_accessible")
	finding := plan.finding("iac.aws_rds_public", r, sprintf("%s has a public address", [r.address]), "publicly_accessible")
}
