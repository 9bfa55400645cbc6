package tidewaiter.input.subject_mismatch_test

import data.tidewaiter.input.subject_mismatch

test_fires if {
	findings := subject_mismatch.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_digests": ["sha256:bb"], "subject_match": "mismatch", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := subject_mismatch.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_quiet_without_a_declared_subject if {
	findings := subject_mismatch.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "not_applicable", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}
