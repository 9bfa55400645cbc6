package tidewaiter.image.created_implausible_test

import data.tidewaiter.image.created_implausible

test_fires if {
	findings := created_implausible.deny with input as {"image": {"age_days": 0, "base": null, "created": "1970-01-01T00:00:00Z", "created_implausible": true, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := created_implausible.deny with input as {"image": {"age_days": 0, "base": null, "created": "2026-11-23T00:00:00Z", "created_implausible": false, "digests": ["sha256:aa"], "inputs": [0], "labels": {"org.opencontainers.image.created": "2026-11-23T00:00:00Z", "org.opencontainers.image.revision": "abc", "org.opencontainers.image.source": "https://github.com/acme/app"}, "layers": [], "os": {"days_left": null, "end_of_life": false, "end_of_support": null, "name": "debian", "version": "13"}, "reference": "registry.example/app:1.0", "runs_as_root": false, "suspicious": [], "tags": [], "user": "app"}, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_quiet_without_image if {
	findings := created_implausible.deny with input as {"image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}
