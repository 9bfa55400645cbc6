package tidewaiter.iac.scanner_finding_test

import data.tidewaiter.iac.scanner_finding

test_fires if {
	findings := scanner_finding.deny with input as {"context": null, "infrastructure": {"findings": [{"fingerprint": null, "level": "high", "line": 1, "message": "m", "path": "a.tf", "resource": "aws_x.a", "rule": "CKV_AWS_1", "source": {"at": "/0", "input": 0}, "status": "fail", "suppression": null, "tool": "checkov"}], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.scanner_finding": {"min_severity": "medium", "unknown_as": "medium"}}
	count(findings) == 1
}

test_quiet_below if {
	findings := scanner_finding.deny with input as {"context": null, "infrastructure": {"findings": [{"fingerprint": null, "level": "low", "line": 1, "message": "m", "path": "a.tf", "resource": "aws_x.a", "rule": "CKV_AWS_1", "source": {"at": "/0", "input": 0}, "status": "fail", "suppression": null, "tool": "checkov"}], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.scanner_finding": {"min_severity": "medium", "unknown_as": "medium"}}
	count(findings) == 0
}

test_a_missing_level_is_medium if {
	findings := scanner_finding.deny with input as {"context": null, "infrastructure": {"findings": [{"fingerprint": null, "level": "unknown", "line": 1, "message": "m", "path": "a.tf", "resource": "aws_x.a", "rule": "CKV_AWS_1", "source": {"at": "/0", "input": 0}, "status": "fail", "suppression": null, "tool": "checkov"}], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.scanner_finding": {"min_severity": "medium", "unknown_as": "medium"}}
	count(findings) == 1
}

test_quiet_for_accepted_ones if {
	findings := scanner_finding.deny with input as {"context": null, "infrastructure": {"findings": [{"fingerprint": null, "level": "high", "line": 1, "message": "m", "path": "a.tf", "resource": "aws_x.a", "rule": "CKV_AWS_1", "source": {"at": "/0", "input": 0}, "status": "suppressed", "suppression": null, "tool": "checkov"}], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.scanner_finding": {"min_severity": "medium", "unknown_as": "medium"}}
	count(findings) == 0
}

test_leaves_to_its_own_rule_what_that_judges if {
	findings := scanner_finding.deny with input as {"context": null, "infrastructure": {"findings": [{"fingerprint": null, "level": "high", "line": 1, "message": "m", "path": "a.tf", "resource": "aws_db_instance.a", "rule": "CKV_AWS_16", "source": {"at": "/0", "input": 0}, "status": "fail", "suppression": null, "tool": "checkov"}], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_db_instance": [{"action": "create", "address": "aws_db_instance.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_db_instance", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.scanner_finding": {"min_severity": "medium", "unknown_as": "medium"}}
	count(findings) == 0
}
