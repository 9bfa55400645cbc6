# METADATA
# scope: package
# title: Too few signers
# description: >-
#   Fewer than n distinct required identities signed.
# custom:
#   id: signature.threshold_unmet
#   severity: medium
#   enforcement: hard
#   needs: [signatures]
#   parameters:
#     n: {default: 1, description: "How many distinct allowed signers there have to be."}
#   remediation: "Collect the missing signature."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SA-10(1)"]
package tidewaiter.signature.threshold_unmet

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["signature.threshold_unmet"]

# Signatures about the subject; all of them where nobody says what the subject is.
candidates contains i if {
	some i, signature in input.signatures
	not signature.matches_subject == false
}

signers contains lib.signer(signature) if {
	some i in candidates
	signature := input.signatures[i]
	signature.verified == true
	not signature.identity_allowed == false
}

deny contains finding if {
	count(candidates) > 0
	count(signers) < parameters.n
	finding := {
		"rule": "signature.threshold_unmet",
		"message": sprintf("%d signers have signed and %d have to", [count(signers), parameters.n]),
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.signatures[i].input, "at": input.signatures[i].at} | some i in candidates],
	}
}
