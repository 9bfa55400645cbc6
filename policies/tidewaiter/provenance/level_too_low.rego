# METADATA
# scope: package
# title: Build level is too low
# description: >-
#   Level from the trust map < required (never the claimed level).
# custom:
#   id: provenance.level_too_low
#   severity: high
#   enforcement: soft
#   needs: [provenance]
#   parameters:
#     builders: {default: [], description: "The trust map: `{identity, builder_id, level}`; a star at the end of a text stands for anything."}
#     min_level: {default: 2, description: "The build level that the trust map has to give."}
#   remediation: "Move to a higher build level."
#   since: 0.1.0
#   controls:
#     slsa: ["L2/L3"]
package tidewaiter.provenance.level_too_low

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["provenance.level_too_low"]

level(statement) := max([entry.level |
	some entry in parameters.builders
	lib.matches(entry.identity, statement.signer.san)
	lib.matches(entry.builder_id, statement.builder_id)
])

# Provenance of the subject; all of it where nobody says what the subject is.
candidates contains i if {
	some i, statement in input.provenance
	not statement.matches_subject == false
}

good contains i if {
	some i in candidates
	statement := input.provenance[i]
	level(statement) >= parameters.min_level
}

deny contains finding if {
	count(candidates) > 0
	count(good) == 0
	finding := {
		"rule": "provenance.level_too_low",
		"message": sprintf("the subject was built below SLSA build level %d", [parameters.min_level]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.provenance[i].input, "at": ""} | some i in candidates],
	}
}
