# METADATA
# scope: package
# title: Key vault without protection
# description: >-
#   A key vault can be purged, or answers requests from all networks.
# custom:
#   id: iac.azure_key_vault_unprotected
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Enable purge protection, and deny by default."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-12"]
#   equivalents:
#     checkov: ["CKV_AZURE_110", "CKV_AZURE_109"]
#     regula: ["FG_R00227"]
#     trivy: ["AVD-AZU-0016", "AVD-AZU-0013"]
package tidewaiter.iac.azure_key_vault_unprotected

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("azurerm_key_vault")
	plan.not_true(r, "purge_protection_enabled")
	finding := plan.finding("iac.azure_key_vault_unprotected", r, sprintf("%s can be purged", [r.address]), "purge_protection_enabled")
}

deny contains finding if {
	some r in plan.resources("azurerm_key_vault")
	some acls in r.after.network_acls
	acls.default_action == "Allow"
	finding := plan.finding("iac.azure_key_vault_unprotected", r, sprintf("%s answers requests from all networks", [r.address]), "network_acls")
}
