# METADATA
# scope: package
# title: Unpinned materials
# description: >-
#   Resolved dependency without digest.
# custom:
#   id: provenance.materials_unpinned
#   severity: low
#   enforcement: soft
#   needs: [provenance]
#   parameters:
#     max: {default: 0, description: "How many there may be."}
#   remediation: "Pin by digest."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["2.4.2"]
#     slsa: ["build"]
package tidewaiter.provenance.materials_unpinned

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["provenance.materials_unpinned"]

# Provenance of the subject; all of it where nobody says what the subject is.
candidates contains i if {
	some i, statement in input.provenance
	not statement.matches_subject == false
}

deny contains finding if {
	unpinned := sort({uri | some i in candidates; some uri in input.provenance[i].unpinned})
	count(unpinned) > parameters.max
	finding := {
		"rule": "provenance.materials_unpinned",
		"message": sprintf("the build used %d things that no digest pins: %s", [count(unpinned), concat(", ", array.slice(unpinned, 0, 5))]),
		"target": {"subject": lib.text(input.subject.name)},
	}
}
