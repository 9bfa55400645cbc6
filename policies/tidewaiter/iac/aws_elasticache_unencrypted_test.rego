package tidewaiter.iac.aws_elasticache_unencrypted_test

import data.tidewaiter.iac.aws_elasticache_unencrypted

test_fires if {
	findings := aws_elasticache_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_elasticache_replication_group": [{"action": "create", "address": "aws_elasticache_replication_group.a", "after": {"at_rest_encryption_enabled": false, "transit_encryption_enabled": false}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_elasticache_replication_group", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 2
}

test_fires_where_absent if {
	findings := aws_elasticache_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_elasticache_replication_group": [{"action": "create", "address": "aws_elasticache_replication_group.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_elasticache_replication_group", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 2
}

test_quiet if {
	findings := aws_elasticache_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_elasticache_replication_group": [{"action": "create", "address": "aws_elasticache_replication_group.a", "after": {"at_rest_encryption_enabled": true, "transit_encryption_enabled": true}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_elasticache_replication_group", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_elasticache_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_elasticache_replication_group": [{"action": "create", "address": "aws_elasticache_replication_group.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_elasticache_replication_group", "unchanged": false, "unknown": ["at_rest_encryption_enabled", "transit_encryption_enabled"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_an_unchanged_resource_is_soft if {
	findings := aws_elasticache_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_elasticache_replication_group": [{"action": "no-op", "address": "aws_elasticache_replication_group.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_elasticache_replication_group", "unchanged": true, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 2
	some finding in findings
	finding.enforcement == "soft"
}
