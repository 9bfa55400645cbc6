package tidewaiter.iac.aws_sg_open_other_test

import data.tidewaiter.iac.aws_sg_open_other

test_fires if {
	findings := aws_sg_open_other.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [{"address": "aws_security_group.a", "all_ports": false, "blocks": ["0.0.0.0/0"], "cloud": "aws", "layer": "group", "ports": [{"from": 8080, "to": 8080}], "protocol": "tcp", "public": "yes", "source": {"at": "/0", "input": 0}, "type": "aws_security_group", "unchanged": false}], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.aws_sg_open_other": {"allowed_public_ports": [80, 443]}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_sg_open_other.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [{"address": "aws_security_group.a", "all_ports": false, "blocks": ["0.0.0.0/0"], "cloud": "aws", "layer": "group", "ports": [{"from": 443, "to": 443}], "protocol": "tcp", "public": "yes", "source": {"at": "/0", "input": 0}, "type": "aws_security_group", "unchanged": false}], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.aws_sg_open_other": {"allowed_public_ports": [80, 443]}}
	count(findings) == 0
}

test_quiet_for_icmp if {
	findings := aws_sg_open_other.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [{"address": "aws_security_group.a", "all_ports": false, "blocks": ["0.0.0.0/0"], "cloud": "aws", "layer": "group", "ports": [], "protocol": "icmp", "public": "yes", "source": {"at": "/0", "input": 0}, "type": "aws_security_group", "unchanged": false}], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.aws_sg_open_other": {"allowed_public_ports": [80, 443]}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_sg_open_other.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [{"address": "aws_security_group.a", "all_ports": false, "blocks": ["0.0.0.0/0"], "cloud": "aws", "layer": "group", "ports": [{"from": 8080, "to": 8080}], "protocol": "tcp", "public": "unknown", "source": {"at": "/0", "input": 0}, "type": "aws_security_group", "unchanged": false}], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.aws_sg_open_other": {"allowed_public_ports": [80, 443]}}
	count(findings) == 0
}
