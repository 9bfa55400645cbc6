package tidewaiter.iac.aws_s3_public_access_block_test

import data.tidewaiter.iac.aws_s3_public_access_block

test_fires_for_each_flag if {
	findings := aws_s3_public_access_block.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket_public_access_block": [{"action": "create", "address": "aws_s3_bucket_public_access_block.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_public_access_block", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 4
}

test_quiet if {
	findings := aws_s3_public_access_block.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket_public_access_block": [{"action": "create", "address": "aws_s3_bucket_public_access_block.a", "after": {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_public_access_block", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_s3_public_access_block.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket_public_access_block": [{"action": "create", "address": "aws_s3_bucket_public_access_block.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_public_access_block", "unchanged": false, "unknown": ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
