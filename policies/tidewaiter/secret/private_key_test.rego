package tidewaiter.secret.private_key_test

import data.tidewaiter.secret.private_key

test_fires if {
	findings := private_key.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "src/a.py", "private_key": true, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := private_key.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "src/a.py", "private_key": false, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "unknown"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_quiet_for_inactive_ones if {
	findings := private_key.deny with input as {"image": null, "provenance": [], "secrets": [{"clear_value": false, "commit": null, "description": "AWS", "fingerprint": "f1", "in_history_only": false, "layer": null, "line": 3, "path": "src/a.py", "private_key": true, "rule": "aws-access-token", "source": {"at": "/0", "input": 0}, "suppression": null, "tool": "gitleaks", "validity": "inactive"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}
