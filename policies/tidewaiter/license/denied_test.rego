package tidewaiter.license.denied_test

import data.tidewaiter.license.denied

test_fires if {
	findings := denied.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "source-available", "custom": false, "id": "BUSL-1.1", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "BUSL-1.1", "scope": "required", "state": "valid", "texts": ["BUSL-1.1"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.denied": {"deny": ["BUSL-1.1", "Elastic-2.0", "LicenseRef-commercial", "SSPL-1.0"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet if {
	findings := denied.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT", "scope": "required", "state": "valid", "texts": ["MIT"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.denied": {"deny": ["BUSL-1.1", "Elastic-2.0", "LicenseRef-commercial", "SSPL-1.0"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_another_branch_will_do if {
	findings := denied.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}], [{"category": "permissive", "custom": false, "id": "BUSL-1.1", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT OR BUSL-1.1", "scope": "required", "state": "valid", "texts": ["MIT OR BUSL-1.1"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.denied": {"deny": ["BUSL-1.1", "Elastic-2.0", "LicenseRef-commercial", "SSPL-1.0"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_an_and_has_no_other_branch if {
	findings := denied.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "MIT", "or_later": false, "osi": true}, {"category": "permissive", "custom": false, "id": "BUSL-1.1", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "MIT AND BUSL-1.1", "scope": "required", "state": "valid", "texts": ["MIT AND BUSL-1.1"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.denied": {"deny": ["BUSL-1.1", "Elastic-2.0", "LicenseRef-commercial", "SSPL-1.0"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 1
}

test_quiet_for_development if {
	findings := denied.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "BUSL-1.1", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "BUSL-1.1", "scope": "dev", "state": "valid", "texts": ["BUSL-1.1"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.denied": {"deny": ["BUSL-1.1", "Elastic-2.0", "LicenseRef-commercial", "SSPL-1.0"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_where_nothing_is_known if {
	findings := denied.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "", "scope": "required", "state": "unparseable", "texts": [""]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.denied": {"deny": ["BUSL-1.1", "Elastic-2.0", "LicenseRef-commercial", "SSPL-1.0"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_where_a_later_edition_is_open if {
	findings := denied.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "editions": ["GPL-2.0-only", "GPL-3.0-only"], "id": "GPL-2.0-or-later", "or_later": true, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "GPL-2.0-or-later", "scope": "required", "state": "valid", "texts": ["GPL-2.0-or-later"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.denied": {"deny": ["GPL-2.0-only"], "exempt": [], "scopes": ["required", "optional"]}}
	count(findings) == 0
}

test_quiet_for_exempted if {
	findings := denied.deny with input as {"index": {"packages": 10}, "licenses": [{"alternatives": [[{"category": "permissive", "custom": false, "id": "BUSL-1.1", "or_later": false, "osi": true}]], "basis": "declared", "candidates": [], "components": ["pkg:npm/a@1"], "declared": null, "deprecated": [], "expression": "BUSL-1.1", "scope": "required", "state": "valid", "texts": ["BUSL-1.1"]}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"license.denied": {"deny": ["BUSL-1.1", "Elastic-2.0", "LicenseRef-commercial", "SSPL-1.0"], "exempt": ["pkg:npm/a"], "scopes": ["required", "optional"]}}
	count(findings) == 0
}
