package tidewaiter.provenance.builder_untrusted_test

import data.tidewaiter.provenance.builder_untrusted

test_fires if {
	findings := builder_untrusted.deny with input as {"attestations": [], "image": null, "provenance": [{"build_type": "https://actions.github.io/buildtypes/workflow/v1", "builder_id": "https://github.com/actions/runner/github-hosted", "enveloped": true, "input": 0, "matches_subject": true, "parameters": {"workflow": "x"}, "predicate_type": "https://slsa.dev/provenance/v1", "signer": {"issuer": "i", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "source_digest": "abc", "source_ref": "refs/tags/v1", "source_uri": "https://github.com/acme/app", "suspicious_parameters": [], "unpinned": [], "verified": true}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.builder_untrusted": {"builders": []}}
	count(findings) == 1
}

test_quiet if {
	findings := builder_untrusted.deny with input as {"attestations": [], "image": null, "provenance": [{"build_type": "https://actions.github.io/buildtypes/workflow/v1", "builder_id": "https://github.com/actions/runner/github-hosted", "enveloped": true, "input": 0, "matches_subject": true, "parameters": {"workflow": "x"}, "predicate_type": "https://slsa.dev/provenance/v1", "signer": {"issuer": "i", "san": "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1"}, "source_digest": "abc", "source_ref": "refs/tags/v1", "source_uri": "https://github.com/acme/app", "suspicious_parameters": [], "unpinned": [], "verified": true}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.builder_untrusted": {"builders": [{"builder_id": "https://github.com/actions/runner/github-hosted", "identity": "https://github.com/acme/*", "level": 2}]}}
	count(findings) == 0
}

test_the_claim_alone_is_nothing if {
	findings := builder_untrusted.deny with input as {"attestations": [], "image": null, "provenance": [{"build_type": "https://actions.github.io/buildtypes/workflow/v1", "builder_id": "https://github.com/actions/runner/github-hosted", "enveloped": true, "input": 0, "matches_subject": true, "parameters": {"workflow": "x"}, "predicate_type": "https://slsa.dev/provenance/v1", "signer": null, "source_digest": "abc", "source_ref": "refs/tags/v1", "source_uri": "https://github.com/acme/app", "suspicious_parameters": [], "unpinned": [], "verified": "not_checked"}], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"provenance.builder_untrusted": {"builders": [{"builder_id": "https://github.com/actions/runner/github-hosted", "identity": "https://github.com/acme/*", "level": 2}]}}
	count(findings) == 1
}
