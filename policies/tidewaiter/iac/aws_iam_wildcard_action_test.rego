package tidewaiter.iac.aws_iam_wildcard_action_test

import data.tidewaiter.iac.aws_iam_wildcard_action

test_fires if {
	findings := aws_iam_wildcard_action.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:*"], "address": "aws_iam_policy.a", "allow": true, "attribute": "policy", "condition_keys": [], "everybody": false, "not_actions": [], "not_resources": [], "principals": [], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_iam_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_iam_wildcard_action.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:Get*"], "address": "aws_iam_policy.a", "allow": true, "attribute": "policy", "condition_keys": [], "everybody": false, "not_actions": [], "not_resources": [], "principals": [], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_iam_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_a_denial_is_fine if {
	findings := aws_iam_wildcard_action.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:*"], "address": "aws_iam_policy.a", "allow": false, "attribute": "policy", "condition_keys": [], "everybody": false, "not_actions": [], "not_resources": [], "principals": [], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_iam_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
