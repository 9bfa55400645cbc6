# METADATA
# scope: package
# title: Signed by somebody else
# description: >-
#   No verified signature whose SAN and issuer match one allowed pair; patterns are anchored full matches.
# custom:
#   id: signature.identity_mismatch
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   needs: [signatures]
#   remediation: "Sign from the approved workflow."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SR-4(1)", "SI-7(15)"]
#     osps: ["DO-03.02"]
package tidewaiter.signature.identity_mismatch

import data.tidewaiter.lib

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
	signature.identity_allowed == true
	not signature.verified == false
}

deny contains finding if {
	input.policy.identities > 0
	count(keyless) > 0
	count(good) == 0
	finding := {
		"rule": "signature.identity_mismatch",
		"message": sprintf("no signature is by an allowed identity; it is signed by %s", [concat("; ", sort({lib.signer(input.signatures[i]) | some i in keyless}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.signatures[i].input, "at": input.signatures[i].at} | some i in candidates],
	}
}

deny contains finding if {
	count(keyless) > 0
	input.policy.identities == 0
	finding := {
		"rule": "signature.identity_mismatch",
		"message": sprintf("the gate names no identities, so nobody can tell whether %s may sign", [concat("; ", sort({lib.signer(input.signatures[i]) | some i in keyless}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"remediation": "List the allowed signers under identities in the gate file.",
		"error": true,
	}
}
