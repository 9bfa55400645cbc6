# METADATA
# scope: package
# title: Database without TLS
# description: >-
#   A database accepts connections without TLS.
# custom:
#   id: iac.gcp_sql_tls_not_required
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Set ssl_mode to ENCRYPTED_ONLY."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-8"]
#   equivalents:
#     checkov: ["CKV_GCP_6"]
#     regula: ["FG_R00433"]
#     trivy: ["AVD-GCP-0015"]
package tidewaiter.iac.gcp_sql_tls_not_required

import data.tidewaiter.lib.plan

enforced(c) if c.ssl_mode in {"ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"}

enforced(c) if c.require_ssl == true

deny contains finding if {
	some r in plan.resources("google_sql_database_instance")
	some s in r.after.settings
	some c in s.ip_configuration
	not enforced(c)
	not plan.is_unknown(r, "settings.ip_configuration")
	finding := plan.finding("iac.gcp_sql_tls_not_required", r, sprintf("%s accepts connections without TLS", [r.address]), "ssl_mode")
}
