package tidewaiter.license.custom_unreviewed_test

import data.tidewaiter.license.custom_unreviewed

test_fires if {
	findings := custom_unreviewed.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "unknown", "custom": true, "id": "LicenseRef-x", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "LicenseRef-x", "scope": "required", "state": "valid", "texts": ["LicenseRef-x"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.custom_unreviewed": {"exempt": [], "reviewed": [], "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet if {
	findings := custom_unreviewed.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.custom_unreviewed": {"exempt": [], "reviewed": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_where_reviewed if {
	findings := custom_unreviewed.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": true, "id": "LicenseRef-x", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "LicenseRef-x", "scope": "required", "state": "valid", "texts": ["LicenseRef-x"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.custom_unreviewed": {"exempt": [], "reviewed": ["LicenseRef-x"], "scopes": ["required", "optional"]}}
	count(findings) == 0
}
