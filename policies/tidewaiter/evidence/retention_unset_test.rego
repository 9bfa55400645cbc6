package tidewaiter.evidence.retention_unset_test

import data.tidewaiter.evidence.retention_unset

test_fires if {
	findings := retention_unset.deny with input as {"attestations": [], "context": null, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"evidence.retention_unset": {"min_days": 365}}
	count(findings) == 1
}

test_quiet if {
	findings := retention_unset.deny with input as {"attestations": [], "context": {"retention": {"days": 400, "location": "s3://evidence"}}, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"evidence.retention_unset": {"min_days": 365}}
	count(findings) == 0
}

test_fires_where_it_is_short if {
	findings := retention_unset.deny with input as {"attestations": [], "context": {"retention": {"days": 30, "location": "s3://evidence"}}, "inputs": [], "policy": {"digest": "aa", "version": "0.1.0"}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
		with data.tidewaiter.parameters as {"evidence.retention_unset": {"min_days": 365}}
	count(findings) == 1
}
