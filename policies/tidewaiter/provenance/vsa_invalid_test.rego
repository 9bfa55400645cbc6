package tidewaiter.provenance.vsa_invalid_test

import data.tidewaiter.provenance.vsa_invalid

test_fires if {
	findings := vsa_invalid.deny with input as {"attestations": [{"at": "", "enveloped": true, "input": 0, "matches_subject": true, "predicate_type": "https://slsa.dev/verification_summary/v1", "signer": null, "summary": {"levels": ["SLSA_BUILD_LEVEL_3"], "resource_uri": "registry.example/app", "result": "PASSED", "verifier": "https://example.com/verifier"}, "test_result": null, "verified": true}], "image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.vsa_invalid": {"verifiers": []}}
	count(findings) == 1
}

test_quiet if {
	findings := vsa_invalid.deny with input as {"attestations": [{"at": "", "enveloped": true, "input": 0, "matches_subject": true, "predicate_type": "https://slsa.dev/verification_summary/v1", "signer": null, "summary": {"levels": ["SLSA_BUILD_LEVEL_3"], "resource_uri": "registry.example/app", "result": "PASSED", "verifier": "https://example.com/verifier"}, "test_result": null, "verified": true}], "image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.vsa_invalid": {"verifiers": ["https://example.com/verifier"]}}
	count(findings) == 0
}

test_fires_for_another_subject if {
	findings := vsa_invalid.deny with input as {"attestations": [{"at": "", "enveloped": true, "input": 0, "matches_subject": false, "predicate_type": "https://slsa.dev/verification_summary/v1", "signer": null, "summary": {"levels": ["SLSA_BUILD_LEVEL_3"], "resource_uri": "registry.example/app", "result": "PASSED", "verifier": "https://example.com/verifier"}, "test_result": null, "verified": true}], "image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.vsa_invalid": {"verifiers": ["https://example.com/verifier"]}}
	count(findings) == 1
}

test_quiet_without_summaries if {
	findings := vsa_invalid.deny with input as {"attestations": [{"at": "", "enveloped": true, "input": 0, "matches_subject": true, "predicate_type": "https://slsa.dev/verification_summary/v1", "signer": null, "summary": null, "test_result": null, "verified": true}], "image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.vsa_invalid": {"verifiers": []}}
	count(findings) == 0
}
