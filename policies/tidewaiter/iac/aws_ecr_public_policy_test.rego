package tidewaiter.iac.aws_ecr_public_policy_test

import data.tidewaiter.iac.aws_ecr_public_policy

test_fires if {
	findings := aws_ecr_public_policy.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_ecr_repository_policy.a", "allow": true, "attribute": "policy", "condition_keys": [], "everybody": true, "not_actions": [], "not_resources": [], "principals": ["*"], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_ecr_repository_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_ecr_public_policy.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_s3_bucket_policy.a", "allow": true, "attribute": "policy", "condition_keys": [], "everybody": false, "not_actions": [], "not_resources": [], "principals": ["AWS:123"], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_ecr_repository_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_a_condition_that_pins_who_is_enough if {
	findings := aws_ecr_public_policy.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_s3_bucket_policy.a", "allow": true, "attribute": "policy", "condition_keys": ["aws:sourceaccount"], "everybody": true, "not_actions": [], "not_resources": [], "principals": ["*"], "resources": ["*"], "restricted": true, "source": {"at": "/0", "input": 0}, "type": "aws_ecr_repository_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_a_denial_is_fine if {
	findings := aws_ecr_public_policy.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_s3_bucket_policy.a", "allow": false, "attribute": "policy", "condition_keys": [], "everybody": true, "not_actions": [], "not_resources": [], "principals": ["*"], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_ecr_repository_policy", "unchanged": false}], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
