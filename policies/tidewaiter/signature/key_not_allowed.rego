# METADATA
# scope: package
# title: Signed with an unknown key
# description: >-
#   Key-based signature by an unknown key.
# custom:
#   id: signature.key_not_allowed
#   severity: high
#   enforcement: hard
#   needs: [signatures]
#   parameters:
#     keys: {default: [], description: "Fingerprints of allowed keys: `sha256:` over the DER of the public key."}
#   remediation: "Rotate to an approved key."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-12"]
package tidewaiter.signature.key_not_allowed

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["signature.key_not_allowed"]

# Signatures about the subject; all of them where nobody says what the subject is.
candidates contains i if {
	some i, signature in input.signatures
	not signature.matches_subject == false
}

good contains i if {
	some i in candidates
	signature := input.signatures[i]
	signature.kind == "key"
	signature.key_id in parameters.keys
}

deny contains finding if {
	count(candidates) > 0
	every i in candidates {
		input.signatures[i].kind == "key"
	}
	count(good) == 0
	finding := {
		"rule": "signature.key_not_allowed",
		"message": sprintf("the subject is signed with %s, which is not an allowed key", [concat(", ", sort({lib.text(input.signatures[i].key_id) | some i in candidates}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.signatures[i].input, "at": input.signatures[i].at} | some i in candidates],
	}
}
