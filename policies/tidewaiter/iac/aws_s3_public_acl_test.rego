package tidewaiter.iac.aws_s3_public_acl_test

import data.tidewaiter.iac.aws_s3_public_acl

test_fires if {
	findings := aws_s3_public_acl.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket_acl": [{"action": "create", "address": "aws_s3_bucket_acl.a", "after": {"acl": "public-read", "bucket": null}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {"bucket": ["aws_s3_bucket.a"]}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_acl", "unchanged": false, "unknown": ["bucket"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_s3_public_acl.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {"acl": "private"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_neutralised_by_a_joined_block if {
	findings := aws_s3_public_acl.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket_acl": [{"action": "create", "address": "aws_s3_bucket_acl.a", "after": {"acl": "public-read"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {"bucket": ["aws_s3_bucket.a"]}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_acl", "unchanged": false, "unknown": []}], "aws_s3_bucket_public_access_block": [{"action": "create", "address": "aws_s3_bucket_public_access_block.a", "after": {"ignore_public_acls": true}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {"bucket": ["aws_s3_bucket.a"]}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_public_access_block", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_a_grant_counts if {
	findings := aws_s3_public_acl.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket_acl": [{"action": "create", "address": "aws_s3_bucket_acl.a", "after": {"access_control_policy": [{"grant": [{"grantee": [{"uri": "http://acs.amazonaws.com/groups/global/AllUsers"}]}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_acl", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_unknown_decides_nothing if {
	findings := aws_s3_public_acl.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {"acl": null}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": ["acl"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
