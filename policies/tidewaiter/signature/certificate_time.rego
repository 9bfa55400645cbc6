# METADATA
# scope: package
# title: Signed outside the certificate's time
# description: >-
#   Signing time outside certificate validity.
# custom:
#   id: signature.certificate_time
#   severity: high
#   enforcement: hard
#   needs: [signatures]
#   remediation: "Re-sign."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-12"]
package tidewaiter.signature.certificate_time

import data.tidewaiter.lib

# Signatures about the subject; all of them where nobody says what the subject is.
candidates contains i if {
	some i, signature in input.signatures
	not signature.matches_subject == false
}

good contains i if {
	some i in candidates
	signature := input.signatures[i]
	not signature.time_valid == false
}

deny contains finding if {
	count(candidates) > 0
	count(good) == 0
	finding := {
		"rule": "signature.certificate_time",
		"message": "the subject was signed while the certificate was not valid",
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.signatures[i].input, "at": input.signatures[i].at} | some i in candidates],
	}
}
