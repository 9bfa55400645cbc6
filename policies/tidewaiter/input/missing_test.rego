package tidewaiter.input.missing_test

import data.tidewaiter.input.missing

test_fires_without_documents if {
	findings := missing.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 2
}

test_quiet_with_both if {
	findings := missing.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}, {"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_fires_where_the_document_is_unreadable if {
	findings := missing.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "unreadable", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}, {"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["vulnerabilities"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}
