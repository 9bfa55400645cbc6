# METADATA
# scope: package
# title: Public storage
# description: >-
#   Blobs can be read by everybody.
# custom:
#   id: iac.azure_storage_public
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Forbid public access on the account."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3"]
#   equivalents:
#     checkov: ["CKV_AZURE_34", "CKV_AZURE_190", "CKV2_AZURE_47"]
#     regula: ["FG_R00207"]
#     trivy: ["AVD-AZU-0007"]
package tidewaiter.iac.azure_storage_public

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("azurerm_storage_account")
	some attribute in ["allow_nested_items_to_be_public", "allow_blob_public_access"]
	plan.is_true(r, attribute)
	finding := plan.finding("iac.azure_storage_public", r, sprintf("%s lets everybody read blobs", [r.address]), attribute)
}

deny contains finding if {
	some r in plan.resources("azurerm_storage_container")
	r.after.container_access_type in {"blob", "container"}
	finding := plan.finding("iac.azure_storage_public", r, sprintf("%s can be read by everybody", [r.address]), "container_access_type")
}
