# METADATA
# scope: package
# title: Everybody is a member
# description: >-
#   A resource grants a role to everybody, or to everybody with any account.
# custom:
#   id: iac.gcp_public_member
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Name the members."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3"]
#   equivalents:
#     checkov: ["CKV_GCP_28", "CKV_GCP_15", "CKV2_GCP_6", "CKV2_GCP_9"]
#     regula: ["FG_R00420", "FG_R437", "FG_R386"]
#     trivy: ["AVD-GCP-0001", "AVD-GCP-0046"]
package tidewaiter.iac.gcp_public_member

import data.tidewaiter.lib.plan

everybody := {"allUsers", "allAuthenticatedUsers"}

members(r) := (((({m | m := r.after.member} | {m | some m in r.after.members}) | {m | some access in r.after.access; m := access.special_group}) | {m | some access in r.after.access; m := access.iam_member}) | {m | m := r.after.entity}) | {m | some entity in r.after.role_entity; m := split(entity, ":")[1]}

judged(kind) if contains(kind, "_iam_")

judged(kind) if kind in {"google_bigquery_dataset", "google_bigquery_dataset_access", "google_storage_bucket_acl", "google_storage_bucket_access_control", "google_storage_default_object_access_control", "google_storage_default_object_acl"}

deny contains finding if {
	some kind, list in input.infrastructure.plan.resources
	startswith(kind, "google_")
	judged(kind)
	some r in list
	some member in members(r)
	trim_prefix(member, "iamMember:") in everybody
	finding := plan.finding("iac.gcp_public_member", r, sprintf("%s grants %s to %s", [r.address, object.get(r.after, "role", "access"), member]), "member")
}
