# METADATA
# scope: package
# title: Signed on a self-hosted runner
# description: >-
#   Self-hosted runner environment when only hosted is allowed.
# custom:
#   id: signature.runner_not_allowed
#   severity: medium
#   enforcement: soft
#   needs: [signatures]
#   parameters:
#     allow_self_hosted: {default: false, description: "Self-hosted runners may sign."}
#   remediation: "Use hosted runners."
#   since: 0.1.0
#   controls:
#     slsa: ["L2/L3"]
package tidewaiter.signature.runner_not_allowed

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["signature.runner_not_allowed"]

# Signatures about the subject; all of them where nobody says what the subject is.
candidates contains i if {
	some i, signature in input.signatures
	not signature.matches_subject == false
}

good contains i if {
	some i in candidates
	signature := input.signatures[i]
	not signature.claims.runner_environment == "self-hosted"
}

deny contains finding if {
	not parameters.allow_self_hosted
	count(candidates) > 0
	count(good) == 0
	finding := {
		"rule": "signature.runner_not_allowed",
		"message": "the subject was signed on a self-hosted runner",
		"target": {"subject": lib.text(input.subject.name)},
		"sources": [{"input": input.signatures[i].input, "at": input.signatures[i].at} | some i in candidates],
	}
}
