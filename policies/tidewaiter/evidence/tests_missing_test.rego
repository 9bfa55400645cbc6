package tidewaiter.evidence.tests_missing_test

import data.tidewaiter.evidence.tests_missing

test_fires if {
	findings := tests_missing.deny with input as {"attestations": [], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := tests_missing.deny with input as {"attestations": [{"at": "", "enveloped": true, "input": 0, "matches_subject": true, "predicate_type": "https://slsa.dev/verification_summary/v1", "signer": null, "summary": {"levels": ["SLSA_BUILD_LEVEL_3"], "resource_uri": "registry.example/app", "result": "PASSED", "verifier": "https://example.com/verifier"}, "test_result": "PASSED", "verified": true}], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_fires_where_they_failed if {
	findings := tests_missing.deny with input as {"attestations": [{"at": "", "enveloped": true, "input": 0, "matches_subject": true, "predicate_type": "https://slsa.dev/verification_summary/v1", "signer": null, "summary": {"levels": ["SLSA_BUILD_LEVEL_3"], "resource_uri": "registry.example/app", "result": "PASSED", "verifier": "https://example.com/verifier"}, "test_result": "FAILED", "verified": true}], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}
