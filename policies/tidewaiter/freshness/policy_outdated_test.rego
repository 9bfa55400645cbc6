package tidewaiter.freshness.policy_outdated_test

import data.tidewaiter.freshness.policy_outdated

test_fires if {
	findings := policy_outdated.deny with input as {"context": null, "databases": [], "image": null, "inputs": [{"age_seconds": 3600, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "grype.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "sboms": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"freshness.policy_outdated": {"min_version": "0.2.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := policy_outdated.deny with input as {"context": null, "databases": [], "image": null, "inputs": [{"age_seconds": 3600, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "grype.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "sboms": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"freshness.policy_outdated": {"min_version": "0.1.0"}}
	count(findings) == 0
}

test_quiet_without_minimum if {
	findings := policy_outdated.deny with input as {"context": null, "databases": [], "image": null, "inputs": [{"age_seconds": 3600, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "grype.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "sboms": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"freshness.policy_outdated": {"min_version": null}}
	count(findings) == 0
}
