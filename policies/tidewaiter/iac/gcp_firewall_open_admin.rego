# METADATA
# scope: package
# title: Administration open to everybody
# description: >-
#   A firewall lets everybody reach a port for administration.
# custom:
#   id: iac.gcp_firewall_open_admin
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Let in only the addresses that need it, or use a bastion or a private endpoint."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7(5)"]
#   equivalents:
#     checkov: ["CKV_GCP_2", "CKV_GCP_3"]
#     regula: ["FG_R00407", "FG_R408"]
#     trivy: ["AVD-GCP-0071", "AVD-GCP-0070"]
package tidewaiter.iac.gcp_firewall_open_admin

import data.tidewaiter.lib.plan

deny contains finding if {
	some i in input.infrastructure.plan.ingress
	i.cloud == "gcp"
	i.layer == "group"
	i.public == "yes"
	some port in [22, 3389]
	plan.covers(i, port)
	finding := plan.finding("iac.gcp_firewall_open_admin", i, sprintf("%s lets everybody reach port %d", [i.address, port]), "ingress")
}
