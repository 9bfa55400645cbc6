package tidewaiter.iac.aws_s3_encryption_disabled_test

import data.tidewaiter.iac.aws_s3_encryption_disabled

test_fires_for_removal if {
	findings := aws_s3_encryption_disabled.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [{"action": "delete", "address": "aws_s3_bucket_server_side_encryption_configuration.a", "source": {"at": "/0", "input": 0}, "type": "aws_s3_bucket_server_side_encryption_configuration"}], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.aws_s3_encryption_disabled": {"customer_key": false}}
	count(findings) == 1
}

test_quiet_for_absence if {
	findings := aws_s3_encryption_disabled.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket": [{"action": "create", "address": "aws_s3_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.aws_s3_encryption_disabled": {"customer_key": false}}
	count(findings) == 0
}

test_fires_where_a_key_is_asked_for if {
	findings := aws_s3_encryption_disabled.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket_server_side_encryption_configuration": [{"action": "create", "address": "aws_s3_bucket_server_side_encryption_configuration.a", "after": {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "AES256"}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_server_side_encryption_configuration", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.aws_s3_encryption_disabled": {"customer_key": true}}
	count(findings) == 1
}

test_unknown_decides_nothing if {
	findings := aws_s3_encryption_disabled.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_s3_bucket_server_side_encryption_configuration": [{"action": "create", "address": "aws_s3_bucket_server_side_encryption_configuration.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_s3_bucket_server_side_encryption_configuration", "unchanged": false, "unknown": ["rule"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.aws_s3_encryption_disabled": {"customer_key": true}}
	count(findings) == 0
}
