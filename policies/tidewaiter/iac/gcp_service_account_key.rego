# METADATA
# scope: package
# title: Service account key
# description: >-
#   A key of a service account lives until somebody deletes it.
# custom:
#   id: iac.gcp_service_account_key
#   severity: high
#   enforcement: soft
#   needs: [iac]
#   remediation: "Use workload identity instead of keys."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["IA-5"]
#   equivalents:
#     checkov: ["CKV2_GCP_3"]
#     regula: ["FG_R00383"]
package tidewaiter.iac.gcp_service_account_key

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("google_service_account_key")
	r.action in {"create", "replace", "update", "no-op"}
	finding := plan.finding("iac.gcp_service_account_key", r, sprintf("%s makes a long-lived key", [r.address]), "")
}
