# METADATA
# scope: package
# title: Policy that allows everything
# description: >-
#   A policy allows every action on every resource. Whoever holds it holds the account.
# custom:
#   id: iac.aws_iam_admin_wildcard
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Name the actions and resources that are needed."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-6"]
#     soc2: ["CC6.1"]
#   equivalents:
#     checkov: ["CKV_AWS_62", "CKV_AWS_274"]
#     regula: ["FG_R00092"]
#     trivy: ["AVD-AWS-0057", "AVD-AWS-0345"]
package tidewaiter.iac.aws_iam_admin_wildcard

import data.tidewaiter.lib.plan

kinds := {"aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy"}

everything(p) if "*" in p.actions

everything(p) if "*:*" in p.actions

everything(p) if "iam:*" in {lower(action) | some action in p.actions}

everything(p) if {
	count(p.not_actions) > 0
	count(p.actions) == 0
}

attachments := [
	"aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment",
	"aws_ssoadmin_managed_policy_attachment",
]

deny contains finding if {
	some p in input.infrastructure.plan.policies
	p.type in kinds
	not p.attribute == "assume_role_policy"
	p.allow
	everything(p)
	"*" in p.resources
	not p.restricted
	finding := plan.finding("iac.aws_iam_admin_wildcard", p, sprintf("%s allows everything", [p.address]), p.attribute)
}

deny contains finding if {
	some kind in attachments
	some r in plan.resources(kind)
	some attribute in ["policy_arn", "managed_policy_arn"]
	endswith(r.after[attribute], "/AdministratorAccess")
	finding := plan.finding("iac.aws_iam_admin_wildcard", r, sprintf("%s attaches AdministratorAccess", [r.address]), attribute)
}
