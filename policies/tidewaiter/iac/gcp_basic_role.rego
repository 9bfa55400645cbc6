# METADATA
# scope: package
# title: Owner or editor granted
# description: >-
#   A basic role grants nearly everything.
# custom:
#   id: iac.gcp_basic_role
#   severity: high
#   enforcement: soft
#   needs: [iac]
#   remediation: "Grant the roles that are needed."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-6"]
#   equivalents:
#     checkov: ["CKV_GCP_117", "CKV_GCP_115", "CKV_GCP_116"]
#     regula: ["FG_R00384"]
#     trivy: ["AVD-GCP-0007"]
package tidewaiter.iac.gcp_basic_role

import data.tidewaiter.lib.plan

deny contains finding if {
	some kind, list in input.infrastructure.plan.resources
	startswith(kind, "google_")
	contains(kind, "_iam_")
	some r in list
	r.after.role in {"roles/owner", "roles/editor"}
	finding := plan.finding("iac.gcp_basic_role", r, sprintf("%s grants %s", [r.address, r.after.role]), "role")
}
