package tidewaiter.license.network_copyleft_test

import data.tidewaiter.license.network_copyleft

test_fires if {
	findings := network_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "network-copyleft", "custom": false, "id": "AGPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "AGPL-3.0-only", "scope": "required", "state": "valid", "texts": ["AGPL-3.0-only"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.network_copyleft": {"distribution_unknown_as": "distributed", "exempt": [], "ids": ["AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later", "CPAL-1.0", "EUPL-1.1", "EUPL-1.2", "OSL-1.0", "OSL-2.0", "OSL-2.1", "OSL-3.0", "SSPL-1.0"], "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet if {
	findings := network_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.network_copyleft": {"distribution_unknown_as": "distributed", "exempt": [], "ids": ["AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later", "CPAL-1.0", "EUPL-1.1", "EUPL-1.2", "OSL-1.0", "OSL-2.0", "OSL-2.1", "OSL-3.0", "SSPL-1.0"], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_for_internal_use if {
	findings := network_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "network-copyleft", "custom": false, "id": "AGPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "AGPL-3.0-only", "scope": "required", "state": "valid", "texts": ["AGPL-3.0-only"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "internal", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.network_copyleft": {"distribution_unknown_as": "distributed", "exempt": [], "ids": ["AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later", "CPAL-1.0", "EUPL-1.1", "EUPL-1.2", "OSL-1.0", "OSL-2.0", "OSL-2.1", "OSL-3.0", "SSPL-1.0"], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_fires_where_distribution_is_not_known if {
	findings := network_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "network-copyleft", "custom": false, "id": "AGPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "AGPL-3.0-only", "scope": "required", "state": "valid", "texts": ["AGPL-3.0-only"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "unknown", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.network_copyleft": {"distribution_unknown_as": "distributed", "exempt": [], "ids": ["AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later", "CPAL-1.0", "EUPL-1.1", "EUPL-1.2", "OSL-1.0", "OSL-2.0", "OSL-2.1", "OSL-3.0", "SSPL-1.0"], "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_another_branch_will_do if {
	findings := network_copyleft.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}], [{"category": "network-copyleft", "custom": false, "id": "AGPL-3.0-only", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "x", "scope": "required", "state": "valid", "texts": ["x"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.network_copyleft": {"distribution_unknown_as": "distributed", "exempt": [], "ids": ["AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later", "CPAL-1.0", "EUPL-1.1", "EUPL-1.2", "OSL-1.0", "OSL-2.0", "OSL-2.1", "OSL-3.0", "SSPL-1.0"], "scopes": ["required", "optional"]}}
	count(findings) == 0
}
