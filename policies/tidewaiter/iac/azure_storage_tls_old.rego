# METADATA
# scope: package
# title: Storage with old TLS
# description: >-
#   A storage account accepts TLS below 1.2.
# custom:
#   id: iac.azure_storage_tls_old
#   severity: medium
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set min_tls_version to TLS1_2."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-8"]
#   equivalents:
#     checkov: ["CKV_AZURE_44"]
#     trivy: ["AVD-AZU-0011"]
package tidewaiter.iac.azure_storage_tls_old

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("azurerm_storage_account")
	r.after.min_tls_version in {"TLS1_0", "TLS1_1"}
	finding := plan.finding("iac.azure_storage_tls_old", r, sprintf("%s accepts TLS below 1.2", [r.address]), "min_tls_version")
}
