package tidewaiter.signature.weak_algorithm_test

import data.tidewaiter.signature.weak_algorithm

test_fires if {
	findings := weak_algorithm.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": "rsa-sha256", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 1024, "key_id": null, "kind": "keyless", "matches_subject": true, "reason": null, "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": true, "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"signature.weak_algorithm": {"min_rsa": 2048}}
	count(findings) == 1
}

test_quiet if {
	findings := weak_algorithm.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": "ecdsa-p256-sha256", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 256, "key_id": null, "kind": "keyless", "matches_subject": true, "reason": null, "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": true, "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"signature.weak_algorithm": {"min_rsa": 2048}}
	count(findings) == 0
}

test_quiet_where_nobody_says if {
	findings := weak_algorithm.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": null, "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": null, "key_id": null, "kind": "keyless", "matches_subject": true, "reason": null, "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": true, "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"signature.weak_algorithm": {"min_rsa": 2048}}
	count(findings) == 0
}

test_fires_for_sha1 if {
	findings := weak_algorithm.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": "ecdsa-sha1", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 256, "key_id": null, "kind": "keyless", "matches_subject": true, "reason": null, "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": true, "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"signature.weak_algorithm": {"min_rsa": 2048}}
	count(findings) == 1
}
