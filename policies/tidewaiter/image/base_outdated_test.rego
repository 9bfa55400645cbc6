package tidewaiter.image.base_outdated_test

import data.tidewaiter.image.base_outdated

test_fires if {
	findings := base_outdated.deny with input as {"image": {"age_days": 91, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.base_outdated": {"max_age_days": 90}}
	count(findings) == 1
}

test_quiet if {
	findings := base_outdated.deny with input as {"image": {"age_days": 0, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.base_outdated": {"max_age_days": 90}}
	count(findings) == 0
}

test_quiet_where_the_time_is_not_real if {
	findings := base_outdated.deny with input as {"image": {"age_days": 20000, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": true, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.base_outdated": {"max_age_days": 90}}
	count(findings) == 0
}
