package tidewaiter.document.format_version_unsupported_test

import data.tidewaiter.document.format_version_unsupported

test_fires if {
	findings := format_version_unsupported.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 3], "format_version": "1.3", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"document.format_version_unsupported": {"min_cyclonedx": "1.4", "min_spdx": "2.2"}}
	count(findings) == 1
}

test_quiet if {
	findings := format_version_unsupported.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"document.format_version_unsupported": {"min_cyclonedx": "1.4", "min_spdx": "2.2"}}
	count(findings) == 0
}

test_compares_numbers if {
	findings := format_version_unsupported.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 10], "format_version": "1.10", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"document.format_version_unsupported": {"min_cyclonedx": "1.4", "min_spdx": "2.2"}}
	count(findings) == 0
}

test_leaves_other_formats_alone if {
	findings := format_version_unsupported.deny with input as {"databases": [], "expected": {"inputs": ["sbom", "vulnerabilities"]}, "image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "grype", "format_release": [0], "format_version": "0", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"document.format_version_unsupported": {"min_cyclonedx": "1.4", "min_spdx": "2.2"}}
	count(findings) == 0
}
