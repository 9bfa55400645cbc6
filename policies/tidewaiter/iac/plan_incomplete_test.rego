package tidewaiter.iac.plan_incomplete_test

import data.tidewaiter.iac.plan_incomplete

test_fires if {
	findings := plan_incomplete.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": false, "errored": true, "format_version": "1.2", "input": 0}], "unknown": []}}, "inputs": [{"name": "plan.json"}]}
	count(findings) == 1
}

test_quiet if {
	findings := plan_incomplete.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}, "inputs": [{"name": "plan.json"}]}
	count(findings) == 0
}

test_fires_for_another_format if {
	findings := plan_incomplete.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": null, "errored": null, "format_version": "2.0", "input": 0}], "unknown": []}}, "inputs": [{"name": "plan.json"}]}
	count(findings) == 1
}

test_quiet_where_it_says_nothing if {
	findings := plan_incomplete.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": null, "errored": null, "format_version": "1.1", "input": 0}], "unknown": []}}, "inputs": [{"name": "plan.json"}]}
	count(findings) == 0
}
