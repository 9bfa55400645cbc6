# METADATA
# scope: package
# title: Verification summary does not hold
# description: >-
#   VSA used as evidence fails: verifier not trusted, resource mismatch, result ≠ PASSED, level missing.
# custom:
#   id: provenance.vsa_invalid
#   severity: high
#   enforcement: hard
#   needs: [attestations]
#   parameters:
#     verifiers: {default: [], description: "Ids of trusted verifiers."}
#   remediation: "Obtain a valid summary."
#   since: 0.1.0
#   controls:
#     slsa: ["VSA"]
package tidewaiter.provenance.vsa_invalid

parameters := data.tidewaiter.parameters["provenance.vsa_invalid"]

faults(statement) := {fault |
	some fault, holds in {
		"its result is not PASSED": statement.summary.result == "PASSED",
		"it states no level": count(statement.summary.levels) > 0,
		"its verifier is not trusted": statement.summary.verifier in parameters.verifiers,
		"its signature is not verified": statement.verified == true,
		"it is about something else": about_subject(statement),
	}
	not holds
}

about_subject(statement) if not statement.matches_subject == false

about_subject(statement) := false if statement.matches_subject == false

deny contains finding if {
	some statement in input.attestations
	is_object(statement.summary)
	found := faults(statement)
	count(found) > 0
	finding := {
		"rule": "provenance.vsa_invalid",
		"message": sprintf("a verification summary does not hold: %s", [concat("; ", sort(found))]),
		"target": {"verifier": statement.summary.verifier},
		"sources": [{"input": statement.input, "at": statement.at}],
	}
}
