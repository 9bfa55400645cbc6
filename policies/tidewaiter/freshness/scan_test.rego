package tidewaiter.freshness.scan_test

import data.tidewaiter.freshness.scan

test_fires if {
	findings := scan.deny with input as {"context": null, "databases": [], "image": null, "inputs": [{"age_seconds": 90000, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "sboms": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"freshness.scan": {"max_age_hours": 24}}
	count(findings) == 1
}

test_quiet if {
	findings := scan.deny with input as {"context": null, "databases": [], "image": null, "inputs": [{"age_seconds": 3600, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "grype.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "sboms": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"freshness.scan": {"max_age_hours": 24}}
	count(findings) == 0
}

test_warns_without_a_time if {
	findings := scan.deny with input as {"context": null, "databases": [], "image": null, "inputs": [{"age_seconds": null, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "sboms": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"freshness.scan": {"max_age_hours": 24}}
	count(findings) == 1
	some finding in findings
	finding.enforcement == "soft"
}
