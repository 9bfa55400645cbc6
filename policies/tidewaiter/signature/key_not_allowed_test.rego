package tidewaiter.signature.key_not_allowed_test

import data.tidewaiter.signature.key_not_allowed

test_fires if {
	findings := key_not_allowed.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": "ecdsa-p256-sha256", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 256, "key_id": "sha256:k", "kind": "key", "matches_subject": true, "reason": null, "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": true, "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"signature.key_not_allowed": {"keys": []}}
	count(findings) == 1
}

test_quiet if {
	findings := key_not_allowed.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": "ecdsa-p256-sha256", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 256, "key_id": "sha256:k", "kind": "key", "matches_subject": true, "reason": null, "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": true, "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"signature.key_not_allowed": {"keys": ["sha256:k"]}}
	count(findings) == 0
}

test_quiet_for_keyless if {
	findings := key_not_allowed.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": "ecdsa-p256-sha256", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 256, "key_id": null, "kind": "keyless", "matches_subject": true, "reason": null, "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": true, "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"signature.key_not_allowed": {"keys": []}}
	count(findings) == 0
}
