package tidewaiter.iac.aws_s3_versioning_test

import data.tidewaiter.iac.aws_s3_versioning

test_fires if {
	findings := aws_s3_versioning.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_s3_versioning.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}], "aws_s3_bucket_versioning": [{"action": "create", "address": "aws_s3_bucket_versioning.a", "after": {"versioning_configuration": [{"status": "Enabled"}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {"bucket": ["aws_s3_bucket.a"]}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_versioning", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_quiet_for_ephemeral_buckets if {
	findings := aws_s3_versioning.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {"tags": {"Ephemeral": "true"}}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_s3_versioning.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}], "aws_s3_bucket_versioning": [{"action": "create", "address": "aws_s3_bucket_versioning.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {"bucket": ["aws_s3_bucket.a"]}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_versioning", "unchanged": false, "unknown": ["versioning_configuration"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
