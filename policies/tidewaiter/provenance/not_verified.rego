# METADATA
# scope: package
# title: Provenance not verified
# description: >-
#   Provenance is there, and no verified signature covers it. Anybody can write a statement about how something was
#   built.
# custom:
#   id: provenance.not_verified
#   severity: high
#   enforcement: hard
#   needs: [provenance]
#   remediation: "Verify against the builder's identity."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["3.1.3"]
#     slsa: ["L2"]
package tidewaiter.provenance.not_verified

import data.tidewaiter.lib

# Provenance of the subject; all of it where nobody says what the subject is.
candidates contains i if {
	some i, statement in input.provenance
	not statement.matches_subject == false
}

good contains i if {
	some i in candidates
	statement := input.provenance[i]
	statement.verified == true
}

deny contains finding if {
	count(candidates) > 0
	count(good) == 0
	finding := {
		"rule": "provenance.not_verified",
		"message": "the provenance of the subject is not covered by a verified signature",
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.provenance[i].input, "at": ""} | some i in candidates],
	}
}
