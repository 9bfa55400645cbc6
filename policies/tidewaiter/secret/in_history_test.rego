package tidewaiter.secret.in_history_test

import data.tidewaiter.secret.in_history

test_fires if {
	findings := in_history.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": "abc", "description": "AWS", "fingerprint": "f1", "in_history_only": true, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.in_history": {"since": null}}
	count(findings) == 1
}

test_quiet if {
	findings := in_history.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.in_history": {"since": null}}
	count(findings) == 0
}

test_quiet_before_the_day if {
	findings := in_history.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "committed_at": "2020-01-01T00:00:00Z", "description": "AWS", "fingerprint": "f1", "in_history_only": true, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.in_history": {"since": "2026-01-01"}}
	count(findings) == 0
}

test_fires_where_the_date_is_not_known if {
	findings := in_history.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": true, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.in_history": {"since": "2026-01-01"}}
	count(findings) == 1
}
