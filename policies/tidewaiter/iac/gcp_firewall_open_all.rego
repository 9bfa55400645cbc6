# METADATA
# scope: package
# title: All ports open to everybody
# description: >-
#   A firewall lets everybody reach every port.
# custom:
#   id: iac.gcp_firewall_open_all
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Let in only the addresses that need it, or use a bastion or a private endpoint."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7(5)"]
#   equivalents:
#     checkov: ["CKV2_GCP_12"]
#     trivy: ["AVD-GCP-0027", "AVD-GCP-0072"]
package tidewaiter.iac.gcp_firewall_open_all

import data.tidewaiter.lib.plan

deny contains finding if {
	some i in input.infrastructure.plan.ingress
	i.cloud == "gcp"
	i.layer == "group"
	i.public == "yes"
	i.all_ports
	finding := plan.finding("iac.gcp_firewall_open_all", i, sprintf("%s lets everybody reach all ports", [i.address]), "ingress")
}
