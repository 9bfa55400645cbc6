# METADATA
# scope: package
# title: Untrusted builder
# description: >-
#   (signer, builder.id) not in the trust map.
# custom:
#   id: provenance.builder_untrusted
#   severity: high
#   enforcement: hard
#   needs: [provenance]
#   parameters:
#     builders: {default: [], description: "The trust map: `{identity, builder_id, level}`; a star at the end of a text stands for anything."}
#   remediation: "Build on a trusted platform."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SR-3"]
#     slsa: ["build"]
package tidewaiter.provenance.builder_untrusted

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["provenance.builder_untrusted"]

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
	level(statement)
}

deny contains finding if {
	count(candidates) > 0
	count(good) == 0
	finding := {
		"rule": "provenance.builder_untrusted",
		"message": sprintf("no trusted pair of signer and builder made the subject; it was built by %s", [concat(", ", sort({input.provenance[i].builder_id | some i in candidates}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.provenance[i].input, "at": ""} | some i in candidates],
	}
}
