# METADATA
# scope: package
# title: All ports open to everybody
# description: >-
#   A network security group lets everybody reach every port.
# custom:
#   id: iac.azure_nsg_open_any
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Let in only the addresses that need it, or use a bastion or a private endpoint."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7(5)"]
#   equivalents:
#     trivy: ["AVD-AZU-0047"]
package tidewaiter.iac.azure_nsg_open_any

import data.tidewaiter.lib.plan

deny contains finding if {
	some i in input.infrastructure.plan.ingress
	i.cloud == "azure"
	i.layer == "group"
	i.public == "yes"
	i.all_ports
	finding := plan.finding("iac.azure_nsg_open_any", i, sprintf("%s lets everybody reach all ports", [i.address]), "ingress")
}
