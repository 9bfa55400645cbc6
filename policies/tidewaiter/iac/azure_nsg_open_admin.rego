# METADATA
# scope: package
# title: Administration open to everybody
# description: >-
#   A network security group lets everybody reach a port for administration.
# custom:
#   id: iac.azure_nsg_open_admin
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Let in only the addresses that need it, or use a bastion or a private endpoint."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7(5)"]
#   equivalents:
#     checkov: ["CKV_AZURE_10", "CKV_AZURE_9"]
#     regula: ["FG_R00191", "FG_R190"]
#     trivy: ["AVD-AZU-0050", "AVD-AZU-0048"]
package tidewaiter.iac.azure_nsg_open_admin

import data.tidewaiter.lib.plan

deny contains finding if {
	some i in input.infrastructure.plan.ingress
	i.cloud == "azure"
	i.layer == "group"
	i.public == "yes"
	some port in [22, 3389]
	plan.covers(i, port)
	finding := plan.finding("iac.azure_nsg_open_admin", i, sprintf("%s lets everybody reach port %d", [i.address, port]), "ingress")
}
