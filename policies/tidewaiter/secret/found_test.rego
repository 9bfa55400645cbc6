package tidewaiter.secret.found_test

import data.tidewaiter.secret.found

test_fires if {
	findings := found.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.found": {"exclude_paths": []}}
	count(findings) == 1
}

test_quiet_in_history if {
	findings := found.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": "abc", "description": "AWS", "fingerprint": "f1", "in_history_only": true, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.found": {"exclude_paths": []}}
	count(findings) == 0
}

test_quiet_for_fixtures if {
	findings := found.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "tests/fixtures/a", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.found": {"exclude_paths": ["tests/fixtures/*"]}}
	count(findings) == 0
}

test_quiet_where_accepted if {
	findings := found.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": "test key", "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.found": {"exclude_paths": []}}
	count(findings) == 0
}

test_fires_where_validity_is_not_known if {
	findings := found.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.found": {"exclude_paths": []}}
	count(findings) == 1
}
