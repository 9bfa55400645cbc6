# METADATA
# scope: package
# title: Signed from another ref
# description: >-
#   Certificate source ref not in allowed refs.
# custom:
#   id: signature.ref_not_allowed
#   severity: high
#   enforcement: hard
#   needs: [signatures]
#   parameters:
#     refs: {default: ["refs/heads/main", "refs/tags/v*"], description: "Allowed refs; a star at the end stands for anything."}
#   remediation: "Release from a protected ref."
#   since: 0.1.0
#   controls:
#     slsa: ["source"]
#     soc2: ["CC8.1"]
package tidewaiter.signature.ref_not_allowed

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["signature.ref_not_allowed"]

# Signatures about the subject; all of them where nobody says what the subject is.
candidates contains i if {
	some i, signature in input.signatures
	not signature.matches_subject == false
}

stated contains i if {
	some i in candidates
	is_string(input.signatures[i].claims.source_ref)
}

good contains i if {
	some i in candidates
	signature := input.signatures[i]
	lib.any_match(parameters.refs, signature.claims.source_ref)
}

deny contains finding if {
	count(stated) > 0
	count(good) == 0
	finding := {
		"rule": "signature.ref_not_allowed",
		"message": sprintf("the subject was signed from %s", [concat(", ", sort({input.signatures[i].claims.source_ref | some i in stated}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.signatures[i].input, "at": input.signatures[i].at} | some i in candidates],
	}
}
