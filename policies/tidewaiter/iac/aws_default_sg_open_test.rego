package tidewaiter.iac.aws_default_sg_open_test

import data.tidewaiter.iac.aws_default_sg_open

test_fires if {
	findings := aws_default_sg_open.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_default_security_group": [{"action": "create", "address": "aws_default_security_group.a", "after": {"ingress": [{"protocol": "-1"}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_default_security_group", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_default_sg_open.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_default_security_group": [{"action": "create", "address": "aws_default_security_group.a", "after": {"egress": [], "ingress": []}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_default_security_group", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_default_sg_open.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_default_security_group": [{"action": "create", "address": "aws_default_security_group.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_default_security_group", "unchanged": false, "unknown": ["ingress"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
