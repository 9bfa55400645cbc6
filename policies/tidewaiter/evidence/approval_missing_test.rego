package tidewaiter.evidence.approval_missing_test

import data.tidewaiter.evidence.approval_missing

test_fires if {
	findings := approval_missing.deny with input as {"attestations": [], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"evidence.approval_missing": {"environments": ["production"]}}
	count(findings) == 1
}

test_quiet if {
	findings := approval_missing.deny with input as {"attestations": [], "context": {"approvals": [{"by": "x", "digest": "sha256:aa"}]}, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"evidence.approval_missing": {"environments": ["production"]}}
	count(findings) == 0
}

test_quiet_elsewhere if {
	findings := approval_missing.deny with input as {"attestations": [], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "test", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"evidence.approval_missing": {"environments": ["production"]}}
	count(findings) == 0
}
