# METADATA
# scope: package
# title: Role that everybody may take
# description: >-
#   A role can be taken by everybody, or by every workflow of an identity provider.
# custom:
#   id: iac.aws_iam_public_trust
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Name the principals, and pin the token's subject."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3", "AC-6"]
#   equivalents:
#     checkov: ["CKV_AWS_60", "CKV_AWS_61"]
#     regula: ["FG_R00219"]
package tidewaiter.iac.aws_iam_public_trust

import data.tidewaiter.lib.plan

oidc(p) if {
	some principal in p.principals
	startswith(principal, "Federated:")
	contains(principal, "oidc-provider/")
}

subject_pinned(p) if {
	some key in p.condition_keys
	endswith(key, ":sub")
	p.restricted
}

deny contains finding if {
	some p in input.infrastructure.plan.policies
	p.type == "aws_iam_role"
	p.attribute == "assume_role_policy"
	p.allow
	p.everybody
	not p.restricted
	finding := plan.finding("iac.aws_iam_public_trust", p, sprintf("everybody may take the role %s", [p.address]), p.attribute)
}

deny contains finding if {
	some p in input.infrastructure.plan.policies
	p.type == "aws_iam_role"
	p.attribute == "assume_role_policy"
	p.allow
	oidc(p)
	not subject_pinned(p)
	finding := plan.finding("iac.aws_iam_public_trust", p, sprintf("%s trusts every subject of an identity provider", [p.address]), p.attribute)
}
