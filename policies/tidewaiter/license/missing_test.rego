package tidewaiter.license.missing_test

import data.tidewaiter.license.missing

test_fires if {
	findings := missing.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [], "basis": "declared", "candidates": [], "components": ["a", "b"], "declared": null, "deprecated": [], "expression": "", "scope": "required", "state": "missing", "texts": [""]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.missing": {"exempt": [], "max_ratio": 0.05, "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet if {
	findings := missing.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.missing": {"exempt": [], "max_ratio": 0.05, "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_within_the_share if {
	findings := missing.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "", "scope": "required", "state": "missing", "texts": [""]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.missing": {"exempt": [], "max_ratio": 0.5, "scopes": ["required", "optional"]}}
	count(findings) == 0
}
