# METADATA
# scope: package
# title: Storage open to all networks
# description: >-
#   A storage account answers requests from all networks.
# custom:
#   id: iac.azure_storage_network_open
#   severity: high
#   enforcement: soft
#   needs: [iac]
#   remediation: "Deny by default and name the networks."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#   equivalents:
#     checkov: ["CKV_AZURE_35", "CKV_AZURE_59"]
#     regula: ["FG_R00154"]
#     trivy: ["AVD-AZU-0012"]
package tidewaiter.iac.azure_storage_network_open

import data.tidewaiter.lib.plan

closed(r) if {
	some rules in r.after.network_rules
	rules.default_action == "Deny"
}

closed(r) if plan.is_false(r, "public_network_access_enabled")

closed(r) if plan.is_unknown(r, "network_rules")

denying := plan.pointed([n | some n in plan.resources("azurerm_storage_account_network_rules"); n.after.default_action == "Deny"], "storage_account_id")

closed(r) if {
	some name in plan.names(r)
	name in denying
}

deny contains finding if {
	some r in plan.resources("azurerm_storage_account")
	not closed(r)
	finding := plan.finding("iac.azure_storage_network_open", r, sprintf("%s answers requests from all networks", [r.address]), "network_rules")
}
