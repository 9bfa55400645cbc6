package tidewaiter.provenance.two_party_review_missing_test

import data.tidewaiter.provenance.two_party_review_missing

test_fires if {
	findings := two_party_review_missing.deny with input as {"attestations": [], "image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}

test_quiet if {
	findings := two_party_review_missing.deny with input as {"attestations": [{"at": "", "enveloped": true, "input": 0, "matches_subject": true, "predicate_type": "https://slsa.dev/verification_summary/v1", "signer": null, "summary": {"levels": ["SLSA_SOURCE_LEVEL_4"]}, "test_result": null, "verified": true}], "image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 0
}

test_unverified_claims_do_not_count if {
	findings := two_party_review_missing.deny with input as {"attestations": [{"at": "", "enveloped": true, "input": 0, "matches_subject": true, "predicate_type": "https://slsa.dev/verification_summary/v1", "signer": null, "summary": {"levels": ["SLSA_SOURCE_LEVEL_4"]}, "test_result": null, "verified": "not_checked"}], "image": null, "provenance": [], "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}}
	count(findings) == 1
}
