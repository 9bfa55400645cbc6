package tidewaiter.iac.aws_iam_public_trust_test

import data.tidewaiter.iac.aws_iam_public_trust

test_fires if {
	findings := aws_iam_public_trust.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_iam_role.a", "allow": true, "attribute": "assume_role_policy", "condition_keys": [], "everybody": true, "not_actions": [], "not_resources": [], "principals": ["*"], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_iam_role", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_fires_without_a_subject if {
	findings := aws_iam_public_trust.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_s3_bucket_policy.a", "allow": true, "attribute": "assume_role_policy", "condition_keys": ["token.actions.githubusercontent.com:aud"], "everybody": false, "not_actions": [], "not_resources": [], "principals": ["Federated:arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com"], "resources": ["*"], "restricted": true, "source": {"at": "/0", "input": 0}, "type": "aws_iam_role", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_iam_public_trust.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_s3_bucket_policy.a", "allow": true, "attribute": "assume_role_policy", "condition_keys": [], "everybody": false, "not_actions": [], "not_resources": [], "principals": ["Service:ec2.amazonaws.com"], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_iam_role", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_quiet_with_a_subject if {
	findings := aws_iam_public_trust.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_s3_bucket_policy.a", "allow": true, "attribute": "assume_role_policy", "condition_keys": ["x:sub"], "everybody": false, "not_actions": [], "not_resources": [], "principals": ["Federated:arn:aws:iam::1:oidc-provider/x"], "resources": ["*"], "restricted": true, "source": {"at": "/0", "input": 0}, "type": "aws_iam_role", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
