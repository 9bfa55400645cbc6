package tidewaiter.iac.aws_cloudtrail_weak_test

import data.tidewaiter.iac.aws_cloudtrail_weak

test_fires_for_each if {
	findings := aws_cloudtrail_weak.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_cloudtrail": [{"action": "create", "address": "aws_cloudtrail.a", "after": {"enable_logging": false}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_cloudtrail", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 3
}

test_quiet if {
	findings := aws_cloudtrail_weak.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_cloudtrail": [{"action": "create", "address": "aws_cloudtrail.a", "after": {"enable_log_file_validation": true, "is_multi_region_trail": true}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_cloudtrail", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_cloudtrail_weak.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_cloudtrail": [{"action": "create", "address": "aws_cloudtrail.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_cloudtrail", "unchanged": false, "unknown": ["is_multi_region_trail", "enable_log_file_validation"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
