package tidewaiter.image.label_missing_test

import data.tidewaiter.image.label_missing

test_fires_for_each if {
	findings := label_missing.deny with input as {"image": {"age_days": 0, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.label_missing": {"required": ["org.opencontainers.image.revision", "org.opencontainers.image.source", "org.opencontainers.image.created"]}}
	count(findings) == 3
}

test_quiet if {
	findings := label_missing.deny with input as {"image": {"age_days": 0, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.label_missing": {"required": ["org.opencontainers.image.revision", "org.opencontainers.image.source", "org.opencontainers.image.created"]}}
	count(findings) == 0
}

test_quiet_where_the_configuration_is_not_known if {
	findings := label_missing.deny with input as {"image": {"age_days": 0, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": null, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.label_missing": {"required": ["org.opencontainers.image.revision", "org.opencontainers.image.source", "org.opencontainers.image.created"]}}
	count(findings) == 0
}
