# METADATA
# scope: package
# title: Repository with mutable tags
# description: >-
#   Tags of a repository can be moved to other images.
# custom:
#   id: iac.aws_ecr_mutable
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Set image_tag_mutability to IMMUTABLE."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["5.1.7"]
#     nist-800-53: ["CM-14"]
#   equivalents:
#     checkov: ["CKV_AWS_51"]
#     trivy: ["AVD-AWS-0031"]
package tidewaiter.iac.aws_ecr_mutable

import data.tidewaiter.lib.plan

mutable(r) if {
	not startswith(object.get(r.after, "image_tag_mutability", "MUTABLE"), "IMMUTABLE")
	not plan.is_unknown(r, "image_tag_mutability")
}

# Exclusions that match every tag take the protection back.
mutable(r) if {
	r.after.image_tag_mutability == "IMMUTABLE_WITH_EXCLUSION"
	some exclusion in r.after.image_tag_mutability_exclusion_filter
	exclusion.filter == "*"
}

deny contains finding if {
	some r in plan.resources("aws_ecr_repository")
	mutable(r)
	finding := plan.finding("iac.aws_ecr_mutable", r, sprintf("tags of %s can be moved", [r.address]), "image_tag_mutability")
}
