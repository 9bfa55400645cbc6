# METADATA
# scope: package
# title: Cluster reachable from everywhere
# description: >-
#   Everybody can reach the control plane of a cluster.
# custom:
#   id: iac.azure_aks_public
#   severity: high
#   enforcement: soft
#   needs: [iac]
#   remediation: "Make the cluster private, or name the addresses."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#   equivalents:
#     checkov: ["CKV_AZURE_6", "CKV_AZURE_115"]
#     trivy: ["AVD-AZU-0041", "AVD-AZU-0065"]
package tidewaiter.iac.azure_aks_public

import data.tidewaiter.lib.plan

narrowed(r) if {
	some profile in r.after.api_server_access_profile
	count(profile.authorized_ip_ranges) > 0
}

narrowed(r) if count(r.after.api_server_authorized_ip_ranges) > 0

narrowed(r) if plan.is_unknown(r, "api_server_access_profile")

deny contains finding if {
	some r in plan.resources("azurerm_kubernetes_cluster")
	plan.not_true(r, "private_cluster_enabled")
	not narrowed(r)
	finding := plan.finding("iac.azure_aks_public", r, sprintf("everybody can reach the control plane of %s", [r.address]), "private_cluster_enabled")
}
