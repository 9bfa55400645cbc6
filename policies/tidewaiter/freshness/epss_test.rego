package tidewaiter.freshness.epss_test

import data.tidewaiter.freshness.epss

test_fires if {
	findings := epss.deny with input as {"context": null, "databases": [{"age_hours": 49, "built_at": "2026-11-23T00:00:00Z", "input": 0, "kind": "epss", "name": "grype-db", "version": "6"}], "image": null, "inputs": [{"age_seconds": 3600, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "grype.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "sboms": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"freshness.epss": {"max_age_hours": 48}}
	count(findings) == 1
}

test_quiet if {
	findings := epss.deny with input as {"context": null, "databases": [{"age_hours": 10, "built_at": "2026-11-23T00:00:00Z", "input": 0, "kind": "epss", "name": "grype-db", "version": "6"}], "image": null, "inputs": [{"age_seconds": 3600, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "grype.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "sboms": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"freshness.epss": {"max_age_hours": 48}}
	count(findings) == 0
}

test_fires_where_the_age_is_not_known if {
	findings := epss.deny with input as {"context": null, "databases": [{"age_hours": null, "built_at": "2026-11-23T00:00:00Z", "input": 0, "kind": "epss", "name": "grype-db", "version": "6"}], "image": null, "inputs": [{"age_seconds": 3600, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "grype.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "policy": {"digest": "aa", "version": "0.1.0"}, "sboms": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"freshness.epss": {"max_age_hours": 48}}
	count(findings) == 1
}
