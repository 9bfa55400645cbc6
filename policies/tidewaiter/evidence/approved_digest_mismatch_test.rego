package tidewaiter.evidence.approved_digest_mismatch_test

import data.tidewaiter.evidence.approved_digest_mismatch

test_fires if {
	findings := approved_digest_mismatch.deny with input as {"attestations": [], "context": {"approvals": [{"digest": "sha256:bb"}]}, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := approved_digest_mismatch.deny with input as {"attestations": [], "context": {"approvals": [{"digest": "sha256:aa"}]}, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_quiet_without_approvals if {
	findings := approved_digest_mismatch.deny with input as {"attestations": [], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}
