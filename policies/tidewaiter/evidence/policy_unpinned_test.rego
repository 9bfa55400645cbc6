package tidewaiter.evidence.policy_unpinned_test

import data.tidewaiter.evidence.policy_unpinned

test_fires if {
	findings := policy_unpinned.deny with input as {"attestations": [], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"evidence.policy_unpinned": {"digest": "bb"}}
	count(findings) == 1
}

test_quiet if {
	findings := policy_unpinned.deny with input as {"attestations": [], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"evidence.policy_unpinned": {"digest": "aa"}}
	count(findings) == 0
}

test_quiet_without_pin if {
	findings := policy_unpinned.deny with input as {"attestations": [], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"evidence.policy_unpinned": {"digest": null}}
	count(findings) == 0
}
