package tidewaiter.license.weak_copyleft_test

import data.tidewaiter.license.weak_copyleft

test_fires if {
	findings := weak_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "weak-copyleft-file", "custom": false, "id": "MPL-2.0", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MPL-2.0", "scope": "required", "state": "valid", "texts": ["MPL-2.0"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.weak_copyleft": {"exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet if {
	findings := weak_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.weak_copyleft": {"exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_where_nothing_is_known if {
	findings := weak_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "", "scope": "required", "state": "unparseable", "texts": [""]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.weak_copyleft": {"exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}
