# METADATA
# scope: package
# title: Bucket with object ACLs
# description: >-
#   Objects of a bucket have access lists of their own, or public access is not prevented.
# custom:
#   id: iac.gcp_bucket_uniform_access
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Set uniform_bucket_level_access and public_access_prevention."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3"]
#   equivalents:
#     checkov: ["CKV_GCP_29", "CKV_GCP_114"]
#     regula: ["FG_R00421"]
#     trivy: ["AVD-GCP-0002"]
package tidewaiter.iac.gcp_bucket_uniform_access

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("google_storage_bucket")
	plan.not_true(r, "uniform_bucket_level_access")
	finding := plan.finding("iac.gcp_bucket_uniform_access", r, sprintf("%s has no uniform access", [r.address]), "uniform_bucket_level_access")
}

deny contains finding if {
	some r in plan.resources("google_storage_bucket")
	not r.after.public_access_prevention == "enforced"
	not plan.is_unknown(r, "public_access_prevention")
	finding := plan.finding("iac.gcp_bucket_uniform_access", r, sprintf("%s does not prevent public access", [r.address]), "public_access_prevention")
}
