# METADATA
# scope: package
# title: Network ACL open for administration
# description: >-
#   A network ACL lets everybody reach a port for administration.
# custom:
#   id: iac.aws_nacl_open_admin
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Let in only the addresses that need it, or use a bastion or a private endpoint."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#   equivalents:
#     regula: ["FG_R00357", "FG_R359"]
#     trivy: ["AVD-AWS-0105", "AVD-AWS-0102"]
package tidewaiter.iac.aws_nacl_open_admin

import data.tidewaiter.lib.plan

deny contains finding if {
	some i in input.infrastructure.plan.ingress
	i.cloud == "aws"
	i.layer == "acl"
	i.public == "yes"
	some port in [22, 3389]
	plan.covers(i, port)
	finding := plan.finding("iac.aws_nacl_open_admin", i, sprintf("%s lets everybody reach port %d", [i.address, port]), "ingress")
}
