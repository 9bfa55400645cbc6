# METADATA
# scope: package
# title: Signature not verified
# description: >-
#   A signature is there and nobody has checked that it holds, or it does not. A signature that is not verified
#   proves nothing.
# custom:
#   id: signature.not_verified
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   needs: [signatures]
#   remediation: "Verify with the trusted roots."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["4.3.1"]
#     nist-800-53: ["CM-14"]
package tidewaiter.signature.not_verified

import data.tidewaiter.lib

# Signatures about the subject; all of them where nobody says what the subject is.
candidates contains i if {
	some i, signature in input.signatures
	not signature.matches_subject == false
}

good contains i if {
	some i in candidates
	signature := input.signatures[i]
	signature.verified == true
}

deny contains finding if {
	count(candidates) > 0
	count(good) == 0
	finding := {
		"rule": "signature.not_verified",
		"message": sprintf("no signature of the subject was verified: %s", [concat("; ", sort({lib.text(input.signatures[i].reason) | some i in candidates}))]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.signatures[i].input, "at": input.signatures[i].at} | some i in candidates],
	}
}

deny contains finding if {
	count(good) > 0
	some i in candidates
	signature := input.signatures[i]
	signature.verified == false
	finding := {
		"rule": "signature.not_verified",
		"message": sprintf("a signature of the subject does not hold: %s", [lib.text(signature.reason)]),
		"target": {"subject": lib.text(input.subject.name), "signature": sprintf("%d", [i])},
		"enforcement": "soft",
		"sources": [{"input": signature.input, "at": signature.at}],
	}
}
