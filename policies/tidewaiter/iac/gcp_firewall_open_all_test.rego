package tidewaiter.iac.gcp_firewall_open_all_test

import data.tidewaiter.iac.gcp_firewall_open_all

test_fires if {
	findings := gcp_firewall_open_all.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [{"address": "aws_security_group.a", "all_ports": true, "blocks": ["0.0.0.0/0"], "cloud": "gcp", "layer": "group", "ports": [{"from": 0, "to": 65535}], "protocol": "tcp", "public": "yes", "source": {"at": "/0", "input": 0}, "type": "aws_security_group", "unchanged": false}], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := gcp_firewall_open_all.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [{"address": "aws_security_group.a", "all_ports": false, "blocks": ["0.0.0.0/0"], "cloud": "gcp", "layer": "group", "ports": [{"from": 22, "to": 22}], "protocol": "tcp", "public": "yes", "source": {"at": "/0", "input": 0}, "type": "aws_security_group", "unchanged": false}], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_quiet_where_not_public if {
	findings := gcp_firewall_open_all.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [{"address": "aws_security_group.a", "all_ports": true, "blocks": ["0.0.0.0/0"], "cloud": "gcp", "layer": "group", "ports": [{"from": 0, "to": 65535}], "protocol": "tcp", "public": "no", "source": {"at": "/0", "input": 0}, "type": "aws_security_group", "unchanged": false}], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := gcp_firewall_open_all.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [{"address": "aws_security_group.a", "all_ports": true, "blocks": ["0.0.0.0/0"], "cloud": "gcp", "layer": "group", "ports": [{"from": 0, "to": 65535}], "protocol": "tcp", "public": "unknown", "source": {"at": "/0", "input": 0}, "type": "aws_security_group", "unchanged": false}], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_an_unchanged_resource_is_soft if {
	findings := gcp_firewall_open_all.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [{"address": "aws_security_group.a", "all_ports": true, "blocks": ["0.0.0.0/0"], "cloud": "gcp", "layer": "group", "ports": [{"from": 0, "to": 65535}], "protocol": "tcp", "public": "yes", "source": {"at": "/0", "input": 0}, "type": "aws_security_group", "unchanged": true}], "policies": [], "removed": [], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
	some finding in findings
	finding.enforcement == "soft"
}
