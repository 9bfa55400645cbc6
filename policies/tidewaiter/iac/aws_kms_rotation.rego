# METADATA
# scope: package
# title: Key without rotation
# description: >-
#   A customer key is never rotated.
# custom:
#   id: iac.aws_kms_rotation
#   severity: low
#   enforcement: soft
#   needs: [iac]
#   remediation: "Set enable_key_rotation."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-12"]
#   equivalents:
#     checkov: ["CKV_AWS_7"]
#     regula: ["FG_R00036"]
#     trivy: ["AVD-AWS-0065"]
package tidewaiter.iac.aws_kms_rotation

import data.tidewaiter.lib.plan

symmetric(r) if object.get(r.after, "customer_master_key_spec", "SYMMETRIC_DEFAULT") in {"SYMMETRIC_DEFAULT", null}

deny contains finding if {
	some r in plan.resources("aws_kms_key")
	symmetric(r)
	plan.not_true(r, "enable_key_rotation")
	finding := plan.finding("iac.aws_kms_rotation", r, sprintf("%s is not rotated", [r.address]), "enable_key_rotation")
}
