package tidewaiter.provenance.level_too_low_test

import data.tidewaiter.provenance.level_too_low

test_fires if {
	findings := level_too_low.deny with input as {"attestations": [], "image": null, "provenance": [{"build_type": "https://actions.github.io/buildtypes/workflow/v1", "builder_id": "https://github.com/actions/runner/github-hosted", "enveloped": true, "input": 0, "matches_subject": true, "parameters": {"workflow": "x"}, "predicate_type": "https://slsa.dev/provenance/v1", "signer": {"issuer": "i", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "source_digest": "abc", "source_ref": "refs/tags/v1", "source_uri": "https://github.com/acme/app", "suspicious_parameters": [], "unpinned": [], "verified": true}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.level_too_low": {"builders": [{"builder_id": "https://github.com/actions/runner/github-hosted", "identity": "https://github.com/acme/*", "level": 2}], "min_level": 3}}
	count(findings) == 1
}

test_quiet if {
	findings := level_too_low.deny with input as {"attestations": [], "image": null, "provenance": [{"build_type": "https://actions.github.io/buildtypes/workflow/v1", "builder_id": "https://github.com/actions/runner/github-hosted", "enveloped": true, "input": 0, "matches_subject": true, "parameters": {"workflow": "x"}, "predicate_type": "https://slsa.dev/provenance/v1", "signer": {"issuer": "i", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "source_digest": "abc", "source_ref": "refs/tags/v1", "source_uri": "https://github.com/acme/app", "suspicious_parameters": [], "unpinned": [], "verified": true}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.level_too_low": {"builders": [{"builder_id": "https://github.com/actions/runner/github-hosted", "identity": "https://github.com/acme/*", "level": 2}], "min_level": 2}}
	count(findings) == 0
}

test_fires_without_a_trust_map if {
	findings := level_too_low.deny with input as {"attestations": [], "image": null, "provenance": [{"build_type": "https://actions.github.io/buildtypes/workflow/v1", "builder_id": "https://github.com/actions/runner/github-hosted", "enveloped": true, "input": 0, "matches_subject": true, "parameters": {"workflow": "x"}, "predicate_type": "https://slsa.dev/provenance/v1", "signer": {"issuer": "i", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "source_digest": "abc", "source_ref": "refs/tags/v1", "source_uri": "https://github.com/acme/app", "suspicious_parameters": [], "unpinned": [], "verified": true}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.level_too_low": {"builders": [], "min_level": 2}}
	count(findings) == 1
}
