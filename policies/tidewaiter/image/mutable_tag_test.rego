package tidewaiter.image.mutable_tag_test

import data.tidewaiter.image.mutable_tag

test_fires if {
	findings := mutable_tag.deny with input as {"image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "a:latest", "tag": "latest"}}
		with data.tidewaiter.parameters as {"image.mutable_tag": {"tags": ["latest", "main", "edge"]}}
	count(findings) == 1
}

test_quiet if {
	findings := mutable_tag.deny with input as {"image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"image.mutable_tag": {"tags": ["latest", "main", "edge"]}}
	count(findings) == 0
}

test_quiet_with_a_digest if {
	findings := mutable_tag.deny with input as {"image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "a:latest@sha256:aa", "tag": "latest"}}
		with data.tidewaiter.parameters as {"image.mutable_tag": {"tags": ["latest", "main", "edge"]}}
	count(findings) == 0
}
