# METADATA
# scope: package
# title: Built from another source
# description: >-
#   Source repository or digest ≠ expectation.
# custom:
#   id: provenance.source_mismatch
#   severity: high
#   enforcement: hard
#   needs: [provenance]
#   parameters:
#     sources: {default: [], description: "Repositories that the subject may be built from; a star at the end stands for anything."}
#   remediation: "Build from the canonical repository."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SR-4(1)"]
#     slsa: ["step-2"]
package tidewaiter.provenance.source_mismatch

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["provenance.source_mismatch"]

# Provenance of the subject; all of it where nobody says what the subject is.
candidates contains i if {
	some i, statement in input.provenance
	not statement.matches_subject == false
}

good contains i if {
	some i in candidates
	statement := input.provenance[i]
	lib.any_match(parameters.sources, lib.repository(statement.source_uri))
}

deny contains finding if {
	count(parameters.sources) > 0
	count(candidates) > 0
	count(good) == 0
	finding := {
		"rule": "provenance.source_mismatch",
		"message": sprintf("the subject was built from %s", [concat(", ", sort({lib.text(input.provenance[i].source_uri) | some i in candidates}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.provenance[i].input, "at": ""} | some i in candidates],
	}
}
