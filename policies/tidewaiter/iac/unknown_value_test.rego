package tidewaiter.iac.unknown_value_test

import data.tidewaiter.iac.unknown_value

test_fires if {
	findings := unknown_value.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": [{"address": "aws_db_instance.a", "attributes": ["storage_encrypted"], "source": {"at": "/0", "input": 0}, "type": "aws_db_instance"}]}}}
	count(findings) == 1
}

test_quiet if {
	findings := unknown_value.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_quiet_for_what_nobody_asks if {
	findings := unknown_value.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": [{"address": "a.a", "attributes": ["arn", "id"], "source": {"at": "/0", "input": 0}, "type": "a"}]}}}
	count(findings) == 0
}
