package tidewaiter.iac.aws_queue_topic_unencrypted_test

import data.tidewaiter.iac.aws_queue_topic_unencrypted

test_fires if {
	findings := aws_queue_topic_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_sns_topic": [{"action": "create", "address": "aws_sns_topic.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_sns_topic", "unchanged": false, "unknown": []}], "aws_sqs_queue": [{"action": "create", "address": "aws_sqs_queue.a", "after": {"sqs_managed_sse_enabled": false}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_sqs_queue", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 2
}

test_quiet if {
	findings := aws_queue_topic_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_sns_topic": [{"action": "create", "address": "aws_sns_topic.a", "after": {"kms_master_key_id": "alias/a"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_sns_topic", "unchanged": false, "unknown": []}], "aws_sqs_queue": [{"action": "create", "address": "aws_sqs_queue.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_sqs_queue", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_queue_topic_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_sns_topic": [{"action": "create", "address": "aws_sns_topic.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_sns_topic", "unchanged": false, "unknown": ["kms_master_key_id"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
