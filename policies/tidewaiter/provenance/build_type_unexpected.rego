# METADATA
# scope: package
# title: Unexpected build type
# description: >-
#   BuildType not allowed.
# custom:
#   id: provenance.build_type_unexpected
#   severity: medium
#   enforcement: hard
#   needs: [provenance]
#   parameters:
#     build_types: {default: [], description: "Build types that are accepted."}
#   remediation: "Use the approved build definition."
#   since: 0.1.0
#   controls:
#     slsa: ["step-2"]
package tidewaiter.provenance.build_type_unexpected

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["provenance.build_type_unexpected"]

# Provenance of the subject; all of it where nobody says what the subject is.
candidates contains i if {
	some i, statement in input.provenance
	not statement.matches_subject == false
}

good contains i if {
	some i in candidates
	statement := input.provenance[i]
	lib.any_match(parameters.build_types, statement.build_type)
}

deny contains finding if {
	count(parameters.build_types) > 0
	count(candidates) > 0
	count(good) == 0
	finding := {
		"rule": "provenance.build_type_unexpected",
		"message": sprintf("the subject was built as %s", [concat(", ", sort({input.provenance[i].build_type | some i in candidates}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.provenance[i].input, "at": ""} | some i in candidates],
	}
}
