package tidewaiter.iac.aws_s3_tls_not_enforced_test

import data.tidewaiter.iac.aws_s3_tls_not_enforced

test_fires if {
	findings := aws_s3_tls_not_enforced.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_s3_tls_not_enforced.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [{"actions": ["s3:GetObject"], "address": "aws_s3_bucket_policy.a", "allow": false, "attribute": "policy", "condition_keys": ["aws:securetransport"], "everybody": true, "not_actions": [], "not_resources": [], "principals": ["*"], "resources": ["*"], "restricted": false, "source": {"at": "/0", "input": 0}, "type": "aws_s3_bucket_policy", "unchanged": false}], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}], "aws_s3_bucket_policy": [{"action": "create", "address": "aws_s3_bucket_policy.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {"bucket": ["aws_s3_bucket.a"]}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_policy", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_s3_tls_not_enforced.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}], "aws_s3_bucket_policy": [{"action": "create", "address": "aws_s3_bucket_policy.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_policy", "unchanged": false, "unknown": ["policy"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
