# METADATA
# scope: package
# title: Policy with wildcard actions
# description: >-
#   A policy allows all actions of a service.
# custom:
#   id: iac.aws_iam_wildcard_action
#   severity: high
#   enforcement: soft
#   needs: [iac]
#   remediation: "Name the actions that are needed."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-6"]
#   equivalents:
#     checkov: ["CKV_AWS_63", "CKV_AWS_355"]
#     trivy: ["AVD-AWS-0345"]
package tidewaiter.iac.aws_iam_wildcard_action

import data.tidewaiter.lib.plan

kinds := {"aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy"}

wide(p) := {action | some action in p.actions; endswith(action, ":*")} | {action | some action in p.actions; action == "*"}

deny contains finding if {
	some p in input.infrastructure.plan.policies
	p.type in kinds
	p.allow
	actions := wide(p)
	count(actions) > 0
	finding := plan.finding("iac.aws_iam_wildcard_action", p, sprintf("%s allows %s", [p.address, concat(", ", sort(actions))]), p.attribute)
}
