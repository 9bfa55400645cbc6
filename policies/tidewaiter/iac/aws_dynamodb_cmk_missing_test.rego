package tidewaiter.iac.aws_dynamodb_cmk_missing_test

import data.tidewaiter.iac.aws_dynamodb_cmk_missing

test_fires if {
	findings := aws_dynamodb_cmk_missing.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_dynamodb_table": [{"action": "create", "address": "aws_dynamodb_table.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_dynamodb_table", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_dynamodb_cmk_missing.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_dynamodb_table": [{"action": "create", "address": "aws_dynamodb_table.a", "after": {"server_side_encryption": [{"enabled": true, "kms_key_arn": "arn:x"}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_dynamodb_table", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_dynamodb_cmk_missing.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_dynamodb_table": [{"action": "create", "address": "aws_dynamodb_table.a", "after": {"server_side_encryption": [{"enabled": true}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_dynamodb_table", "unchanged": false, "unknown": ["server_side_encryption.kms_key_arn"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
