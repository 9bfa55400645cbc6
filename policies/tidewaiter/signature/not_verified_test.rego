package tidewaiter.signature.not_verified_test

import data.tidewaiter.signature.not_verified

test_fires if {
	findings := not_verified.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": "ecdsa-p256-sha256", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 256, "key_id": null, "kind": "keyless", "matches_subject": true, "reason": "nobody checked it", "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": "not_checked", "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := not_verified.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": "ecdsa-p256-sha256", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 256, "key_id": null, "kind": "keyless", "matches_subject": true, "reason": null, "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": true, "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_reports_a_bad_one_beside_a_good_one if {
	findings := not_verified.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [{"algorithm": "ecdsa-p256-sha256", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 256, "key_id": null, "kind": "keyless", "matches_subject": true, "reason": null, "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": true, "verifier": "tidewaiter"}, {"algorithm": "ecdsa-p256-sha256", "at": "", "claims": {"runner_environment": "github-hosted", "source_ref": "refs/tags/v1"}, "identity": {"issuer": "https://token.actions.githubusercontent.com", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "identity_allowed": true, "input": 0, "key_bits": 256, "key_id": null, "kind": "keyless", "matches_subject": true, "reason": "wrong key", "subjects": ["sha256:aa"], "time_valid": true, "transparency": {"included": true, "time": "2026-11-23T00:00:00Z"}, "verified": false, "verifier": "tidewaiter"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
	some finding in findings
	finding.enforcement == "soft"
}

test_quiet_without_signatures if {
	findings := not_verified.deny with input as {"policy": {"broad_identities": [], "identities": 1}, "signatures": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}
