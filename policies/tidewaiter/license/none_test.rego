package tidewaiter.license.none_test

import data.tidewaiter.license.none

test_fires if {
	findings := none.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "NONE", "scope": "required", "state": "none", "texts": ["NONE"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.none": {"exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet if {
	findings := none.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.none": {"exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_noassertion_is_not_none if {
	findings := none.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "NOASSERTION", "scope": "required", "state": "noassertion", "texts": ["NOASSERTION"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.none": {"exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}
