package tidewaiter.license.deprecated_id_test

import data.tidewaiter.license.deprecated_id

test_fires if {
	findings := deprecated_id.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": ["GPL-2.0"], "expression": "GPL-2.0-only", "scope": "required", "state": "valid", "texts": ["GPL-2.0-only"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.deprecated_id": {"exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet if {
	findings := deprecated_id.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.deprecated_id": {"exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_where_nothing_is_known if {
	findings := deprecated_id.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "", "scope": "required", "state": "missing", "texts": [""]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.deprecated_id": {"exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}
