package tidewaiter.image.registry_not_allowed_test

import data.tidewaiter.image.registry_not_allowed

test_fires if {
	findings := registry_not_allowed.deny with input as {"image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.registry_not_allowed": {"hosts": []}}
	count(findings) == 1
}

test_quiet if {
	findings := registry_not_allowed.deny with input as {"image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.registry_not_allowed": {"hosts": ["registry.example"]}}
	count(findings) == 0
}

test_quiet_without_host if {
	findings := registry_not_allowed.deny with input as {"image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": null, "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.registry_not_allowed": {"hosts": []}}
	count(findings) == 0
}
