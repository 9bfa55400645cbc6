# METADATA
# scope: package
# title: No attested review
# description: >-
#   No source attestation with two-party review.
# custom:
#   id: provenance.two_party_review_missing
#   severity: medium
#   enforcement: off
#   remediation: "Require review."
#   since: 0.1.0
#   controls:
#     osps: ["QA-07.01"]
#     slsa: ["source-L4"]
package tidewaiter.provenance.two_party_review_missing

import data.tidewaiter.lib

reviewed if {
	some statement in input.attestations
	statement.verified == true
	some level in statement.summary.levels
	level in {"SLSA_SOURCE_LEVEL_4", "TWO_PARTY_REVIEWED"}
}

deny contains finding if {
	not reviewed
	finding := {
		"rule": "provenance.two_party_review_missing",
		"message": "no verified attestation says that two people reviewed the source",
		"target": {"subject": lib.text(input.subject.name)},
	}
}
