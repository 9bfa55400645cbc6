package tidewaiter.evidence.scan_attestation_missing_test

import data.tidewaiter.evidence.scan_attestation_missing

test_fires if {
	findings := scan_attestation_missing.deny with input as {"attestations": [], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := scan_attestation_missing.deny with input as {"attestations": [], "context": null, "inputs": [{"age_seconds": 60, "carrier": 0, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_quiet_with_a_predicate if {
	findings := scan_attestation_missing.deny with input as {"attestations": [{"at": "", "enveloped": true, "input": 0, "matches_subject": true, "predicate_type": "https://in-toto.io/attestation/vulns/v0.1", "signer": null, "summary": {"levels": ["SLSA_BUILD_LEVEL_3"], "resource_uri": "registry.example/app", "result": "PASSED", "verifier": "https://example.com/verifier"}, "test_result": null, "verified": true}], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}
