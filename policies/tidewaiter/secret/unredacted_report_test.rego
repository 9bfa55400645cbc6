package tidewaiter.secret.unredacted_report_test

import data.tidewaiter.secret.unredacted_report

test_fires if {
	findings := unredacted_report.deny with input as {"image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "provenance": [], "secrets": [{"clear_value": true, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := unredacted_report.deny with input as {"image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_quiet_without_secrets if {
	findings := unredacted_report.deny with input as {"image": null, "inputs": [{"age_seconds": 60, "carrier": null, "digest": "sha256:aa", "digest_stated": null, "errors": [], "format": "cyclonedx-json", "format_release": [1, 6], "format_version": "1.6", "implausible": null, "kind": "sbom", "name": "bom.json", "produced_at": "2026-11-23T11:59:00Z", "provides": ["sbom"], "schema_errors": null, "skipped": 0, "status": "ok", "subject_match": "match", "tools": [{"name": "syft", "version": "1.30.0"}], "verified": "not_checked"}], "provenance": [], "secrets": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}
