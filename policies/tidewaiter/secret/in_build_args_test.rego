package tidewaiter.secret.in_build_args_test

import data.tidewaiter.secret.in_build_args

test_fires_for_both if {
	findings := in_build_args.deny with input as {"image": {"age_days": 0, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": ["env TOKEN"], "tags": [], "user": "app"}, "provenance": [{"build_type": "https://actions.github.io/buildtypes/workflow/v1", "builder_id": "https://github.com/actions/runner/github-hosted", "enveloped": true, "input": 0, "matches_subject": true, "parameters": {"workflow": "x"}, "predicate_type": "https://slsa.dev/provenance/v1", "signer": {"issuer": "i", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "source_digest": "abc", "source_ref": "refs/tags/v1", "source_uri": "https://github.com/acme/app", "suspicious_parameters": ["token"], "unpinned": [], "verified": true}], "secrets": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.in_build_args": {}}
	count(findings) == 2
}

test_quiet if {
	findings := in_build_args.deny with input as {"image": {"age_days": 0, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [{"build_type": "https://actions.github.io/buildtypes/workflow/v1", "builder_id": "https://github.com/actions/runner/github-hosted", "enveloped": true, "input": 0, "matches_subject": true, "parameters": {"workflow": "x"}, "predicate_type": "https://slsa.dev/provenance/v1", "signer": {"issuer": "i", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "source_digest": "abc", "source_ref": "refs/tags/v1", "source_uri": "https://github.com/acme/app", "suspicious_parameters": [], "unpinned": [], "verified": true}], "secrets": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.in_build_args": {}}
	count(findings) == 0
}

test_quiet_without_image if {
	findings := in_build_args.deny with input as {"image": null, "provenance": [], "secrets": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"secret.in_build_args": {}}
	count(findings) == 0
}
