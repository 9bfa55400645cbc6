# METADATA
# scope: package
# title: Key without rotation
# description: >-
#   A key is rotated too seldom or never.
# custom:
#   id: iac.gcp_kms_rotation
#   severity: low
#   enforcement: soft
#   needs: [iac]
#   parameters:
#     max_days: {default: 90, description: "Days between two rotations."}
#   remediation: "Set rotation_period."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-12"]
#   equivalents:
#     checkov: ["CKV_GCP_43"]
#     regula: ["FG_R00378"]
#     trivy: ["AVD-GCP-0065"]
package tidewaiter.iac.gcp_kms_rotation

import data.tidewaiter.lib.plan

parameters := data.tidewaiter.parameters["iac.gcp_kms_rotation"]

slow(r) if plan.absent(r, "rotation_period")

slow(r) if to_number(trim_suffix(r.after.rotation_period, "s")) > parameters.max_days * 86400

rotates(r) if object.get(r.after, "purpose", "ENCRYPT_DECRYPT") in {"ENCRYPT_DECRYPT", null}

deny contains finding if {
	some r in plan.resources("google_kms_crypto_key")
	rotates(r)
	slow(r)
	finding := plan.finding("iac.gcp_kms_rotation", r, sprintf("%s is not rotated often enough", [r.address]), "rotation_period")
}
