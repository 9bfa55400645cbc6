package tidewaiter.image.not_pinned_test

import data.tidewaiter.image.not_pinned

test_fires_for_the_subject if {
	findings := not_pinned.deny with input as {"image": null, "provenance": [], "subject": {"declared": true, "digests": [], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.not_pinned": {"base": "soft", "subject": "hard"}}
	count(findings) == 1
}

test_quiet if {
	findings := not_pinned.deny with input as {"image": {"age_days": 0, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.not_pinned": {"base": "soft", "subject": "hard"}}
	count(findings) == 0
}

test_warns_about_the_base if {
	findings := not_pinned.deny with input as {"image": {"age_days": 0, "base": {"digest": null, "reference": "debian:13"}, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.not_pinned": {"base": "soft", "subject": "hard"}}
	count(findings) == 1
	some finding in findings
	finding.enforcement == "soft"
}

test_quiet_without_subject if {
	findings := not_pinned.deny with input as {"image": null, "provenance": [], "subject": {"declared": false, "digests": [], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.not_pinned": {"base": "soft", "subject": "hard"}}
	count(findings) == 0
}
