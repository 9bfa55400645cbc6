# METADATA
# scope: package
# title: Built from another ref
# description: >-
#   Source ref not allowed.
# custom:
#   id: provenance.ref_not_allowed
#   severity: medium
#   enforcement: hard
#   needs: [provenance]
#   parameters:
#     refs: {default: [], description: "Refs that the subject may be built from; a star at the end stands for anything."}
#   remediation: "Release from a protected ref."
#   since: 0.1.0
#   controls:
#     slsa: ["build"]
#     soc2: ["CC8.1"]
package tidewaiter.provenance.ref_not_allowed

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["provenance.ref_not_allowed"]

# Provenance of the subject; all of it where nobody says what the subject is.
candidates contains i if {
	some i, statement in input.provenance
	not statement.matches_subject == false
}

good contains i if {
	some i in candidates
	statement := input.provenance[i]
	lib.any_match(parameters.refs, statement.source_ref)
}

deny contains finding if {
	count(parameters.refs) > 0
	count(candidates) > 0
	count(good) == 0
	finding := {
		"rule": "provenance.ref_not_allowed",
		"message": sprintf("the subject was built from %s", [concat(", ", sort({lib.text(input.provenance[i].source_ref) | some i in candidates}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.provenance[i].input, "at": ""} | some i in candidates],
	}
}
