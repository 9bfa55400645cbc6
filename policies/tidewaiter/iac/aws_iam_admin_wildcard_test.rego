package tidewaiter.iac.aws_iam_admin_wildcard_test

import data.tidewaiter.iac.aws_iam_admin_wildcard

test_fires if {
	findings := aws_iam_admin_wildcard.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["*"], "address": "aws_iam_policy.a", "allow": true, "attribute": "policy", "condition_keys": [], "everybody": false, "not_actions": [], "not_resources": [], "principals": [], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_iam_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_fires_for_the_managed_policy if {
	findings := aws_iam_admin_wildcard.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_iam_role_policy_attachment": [{"action": "create", "address": "aws_iam_role_policy_attachment.a", "after": {"policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_iam_role_policy_attachment", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_iam_admin_wildcard.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_iam_policy.a", "allow": true, "attribute": "policy", "condition_keys": [], "everybody": false, "not_actions": [], "not_resources": [], "principals": [], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_iam_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_not_action_is_nearly_everything if {
	findings := aws_iam_admin_wildcard.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": [], "address": "aws_iam_policy.a", "allow": true, "attribute": "policy", "condition_keys": [], "everybody": false, "not_actions": ["iam:*"], "not_resources": [], "principals": [], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_iam_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_unknown_decides_nothing if {
	findings := aws_iam_admin_wildcard.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_iam_role_policy_attachment": [{"action": "create", "address": "aws_iam_role_policy_attachment.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_iam_role_policy_attachment", "unchanged": false, "unknown": ["policy_arn"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
