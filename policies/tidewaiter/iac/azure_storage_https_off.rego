# METADATA
# scope: package
# title: Storage without TLS
# description: >-
#   A storage account answers requests without TLS.
# custom:
#   id: iac.azure_storage_https_off
#   severity: medium
#   enforcement: hard
#   needs: [iac]
#   remediation: "Set https_traffic_only_enabled."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-8"]
#   equivalents:
#     checkov: ["CKV_AZURE_3"]
#     regula: ["FG_R00152"]
#     trivy: ["AVD-AZU-0008"]
package tidewaiter.iac.azure_storage_https_off

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("azurerm_storage_account")
	some attribute in ["https_traffic_only_enabled", "enable_https_traffic_only"]
	plan.is_false(r, attribute)
	finding := plan.finding("iac.azure_storage_https_off", r, sprintf("%s answers requests without TLS", [r.address]), attribute)
}
