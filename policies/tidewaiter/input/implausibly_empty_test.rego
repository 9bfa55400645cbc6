package tidewaiter.input.implausibly_empty_test

import data.tidewaiter.input.implausibly_empty

test_fires if {
	findings := implausibly_empty.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": {"reason": "it lists no components"}, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"input.implausibly_empty": {"allow_empty_for": ["scratch", "distroless-static"]}}
	count(findings) == 1
}

test_quiet if {
	findings := implausibly_empty.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"input.implausibly_empty": {"allow_empty_for": ["scratch", "distroless-static"]}}
	count(findings) == 0
}

test_quiet_for_a_base_that_is_empty_by_design if {
	findings := implausibly_empty.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": {"base": {"reference": "gcr.io/distroless-static:nonroot"}}, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": {"reason": "it lists no components"}, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"input.implausibly_empty": {"allow_empty_for": ["scratch", "distroless-static"]}}
	count(findings) == 0
}
