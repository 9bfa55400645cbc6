# METADATA
# scope: package
# title: Signature without log entry or timestamp
# description: >-
#   The certificate of a keyless signature lives for minutes. Without a log entry or a trusted timestamp nobody can
#   tell that it was valid when the signature was made.
# custom:
#   id: signature.transparency_missing
#   severity: high
#   enforcement: hard
#   needs: [signatures]
#   parameters:
#     required: {default: true, description: "Keyless signatures need a log entry or a trusted timestamp."}
#   remediation: "Publish to the log or add a timestamp."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AU-10"]
package tidewaiter.signature.transparency_missing

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["signature.transparency_missing"]

# Signatures about the subject; all of them where nobody says what the subject is.
candidates contains i if {
	some i, signature in input.signatures
	not signature.matches_subject == false
}

keyless contains i if {
	some i in candidates
	input.signatures[i].kind == "keyless"
}

good contains i if {
	some i in candidates
	signature := input.signatures[i]
	signature.transparency.included == true
}

deny contains finding if {
	parameters.required
	count(keyless) > 0
	count(good) == 0
	finding := {
		"rule": "signature.transparency_missing",
		"message": "no signature of the subject has a log entry or a trusted timestamp",
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.signatures[i].input, "at": input.signatures[i].at} | some i in candidates],
	}
}
