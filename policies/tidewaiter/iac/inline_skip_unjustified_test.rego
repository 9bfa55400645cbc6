package tidewaiter.iac.inline_skip_unjustified_test

import data.tidewaiter.iac.inline_skip_unjustified

test_fires if {
	findings := inline_skip_unjustified.deny with input as {"context": null, "infrastructure": {"findings": [{"fingerprint": null, "level": "high", "line": 1, "message": "m", "path": "a.tf", "resource": "aws_x.a", "rule": "CKV_AWS_1", "source": {"at": "/0", "input": 0}, "status": "suppressed", "suppression": "", "tool": "checkov"}], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := inline_skip_unjustified.deny with input as {"context": null, "infrastructure": {"findings": [{"fingerprint": null, "level": "high", "line": 1, "message": "m", "path": "a.tf", "resource": "aws_x.a", "rule": "CKV_AWS_1", "source": {"at": "/0", "input": 0}, "status": "suppressed", "suppression": "test account", "tool": "checkov"}], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_fires_for_the_scanners_own_placeholder if {
	findings := inline_skip_unjustified.deny with input as {"context": null, "infrastructure": {"findings": [{"fingerprint": null, "level": "high", "line": 1, "message": "m", "path": "a.tf", "resource": "aws_x.a", "rule": "CKV_AWS_1", "source": {"at": "/0", "input": 0}, "status": "suppressed", "suppression": "No comment provided", "tool": "checkov"}], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}
