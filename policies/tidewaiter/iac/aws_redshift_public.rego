# METADATA
# scope: package
# title: Warehouse reachable from everywhere
# description: >-
#   A data warehouse has a public address.
# custom:
#   id: iac.aws_redshift_public
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set publicly_accessible to false."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28(1)"]
#   equivalents:
#     checkov: ["CKV_AWS_87"]
#     regula: ["FG_R00270"]
package tidewaiter.iac.aws_redshift_public

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_redshift_cluster")
	plan.is_true(r, "publicly_accessible")
	finding := plan.finding("iac.aws_redshift_public", r, sprintf("%s has a public address", [r.address]), "publicly_accessible")
}
