package tidewaiter.license.not_allowed_test

import data.tidewaiter.license.not_allowed

test_fires if {
	findings := not_allowed.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.not_allowed": {"allow": [], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet if {
	findings := not_allowed.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.not_allowed": {"allow": ["MIT"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_one_branch_is_enough if {
	findings := not_allowed.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}], [{"category": "strong-copyleft", "custom": false, "id": "GPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT OR GPL-3.0-only", "scope": "required", "state": "valid", "texts": ["MIT OR GPL-3.0-only"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.not_allowed": {"allow": ["MIT"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_a_later_edition_is_enough if {
	findings := not_allowed.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "editions": ["GPL-2.0-only", "GPL-3.0-only"], "id": "GPL-2.0-or-later", "or_later": true, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "x", "scope": "required", "state": "valid", "texts": ["x"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.not_allowed": {"allow": ["GPL-3.0-only"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}
