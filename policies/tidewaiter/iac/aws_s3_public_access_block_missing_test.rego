package tidewaiter.iac.aws_s3_public_access_block_missing_test

import data.tidewaiter.iac.aws_s3_public_access_block_missing

test_fires if {
	findings := aws_s3_public_access_block_missing.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_s3_public_access_block_missing.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}], "aws_s3_bucket_public_access_block": [{"action": "create", "address": "aws_s3_bucket_public_access_block.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {"bucket": ["aws_s3_bucket.a"]}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_public_access_block", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_quiet_with_an_account_block if {
	findings := aws_s3_public_access_block_missing.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_account_public_access_block": [{"action": "create", "address": "aws_s3_account_public_access_block.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_account_public_access_block", "unchanged": false, "unknown": []}], "aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_an_unresolved_join_decides_nothing if {
	findings := aws_s3_public_access_block_missing.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}], "aws_s3_bucket_public_access_block": [{"action": "create", "address": "aws_s3_bucket_public_access_block.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_public_access_block", "unchanged": false, "unknown": ["bucket"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
