# METADATA
# scope: package
# title: Weak algorithm
# description: >-
#   RSA < 2048, SHA-1, unapproved curve.
# custom:
#   id: signature.weak_algorithm
#   severity: medium
#   enforcement: hard
#   needs: [signatures]
#   parameters:
#     min_rsa: {default: 2048, description: "Bits that an RSA key has to have."}
#   remediation: "Use approved algorithms."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["2"]
#     nist-800-53: ["SC-13"]
package tidewaiter.signature.weak_algorithm

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["signature.weak_algorithm"]

weak(signature) if {
	startswith(lower(signature.algorithm), "rsa")
	signature.key_bits < parameters.min_rsa
	is_number(signature.key_bits)
}

weak(signature) if contains(lower(signature.algorithm), "sha1")

weak(signature) if contains(lower(signature.algorithm), "md5")

# Signatures about the subject; all of them where nobody says what the subject is.
candidates contains i if {
	some i, signature in input.signatures
	not signature.matches_subject == false
}

strong contains i if {
	some i in candidates
	not weak(input.signatures[i])
}

deny contains finding if {
	count(candidates) > 0
	count(strong) == 0
	finding := {
		"rule": "signature.weak_algorithm",
		"message": sprintf("the subject is signed with %s", [concat(", ", sort({lib.text(input.signatures[i].algorithm) | some i in candidates}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.signatures[i].input, "at": input.signatures[i].at} | some i in candidates],
	}
}
