package tidewaiter.license.strong_copyleft_test

import data.tidewaiter.license.strong_copyleft

test_fires_once_per_license if {
	findings := strong_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "strong-copyleft", "custom": false, "id": "GPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "GPL-3.0-only", "scope": "required", "state": "valid", "texts": ["GPL-3.0-only"]}, {"alternatives": [[{"category": "strong-copyleft", "custom": false, "id": "GPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/b@1"], "declared": null, "deprecated": [], "expression": "GPL-3.0-only", "scope": "optional", "state": "valid", "texts": ["GPL-3.0-only"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.strong_copyleft": {"exempt": [], "linking_unknown_as": "linked", "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet if {
	findings := strong_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}, {"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}], [{"category": "strong-copyleft", "custom": false, "id": "GPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT OR GPL-3.0-only", "scope": "required", "state": "valid", "texts": ["MIT OR GPL-3.0-only"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.strong_copyleft": {"exempt": [], "linking_unknown_as": "linked", "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_for_services if {
	findings := strong_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "strong-copyleft", "custom": false, "id": "GPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "GPL-3.0-only", "scope": "required", "state": "valid", "texts": ["GPL-3.0-only"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "saas", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.strong_copyleft": {"exempt": [], "linking_unknown_as": "linked", "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_where_nothing_is_linked if {
	findings := strong_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "strong-copyleft", "custom": false, "id": "GPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "GPL-3.0-only", "scope": "required", "state": "valid", "texts": ["GPL-3.0-only"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.strong_copyleft": {"exempt": [], "linking_unknown_as": "separate", "scopes": ["required", "optional"]}}
	count(findings) == 0
}
