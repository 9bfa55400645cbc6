package tidewaiter.iac.aws_eks_secrets_unencrypted_test

import data.tidewaiter.iac.aws_eks_secrets_unencrypted

test_fires if {
	findings := aws_eks_secrets_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_eks_cluster": [{"action": "create", "address": "aws_eks_cluster.a", "after": {"encryption_config": []}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_eks_cluster", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := aws_eks_secrets_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_eks_cluster": [{"action": "create", "address": "aws_eks_cluster.a", "after": {"encryption_config": [{"resources": ["secrets"]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_eks_cluster", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := aws_eks_secrets_unencrypted.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"aws_eks_cluster": [{"action": "create", "address": "aws_eks_cluster.a", "after": {"encryption_config": []}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "aws_eks_cluster", "unchanged": false, "unknown": ["encryption_config"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
