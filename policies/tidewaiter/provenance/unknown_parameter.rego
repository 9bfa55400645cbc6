# METADATA
# scope: package
# title: Unexpected build parameter
# description: >-
#   ExternalParameters has an entry not in expectations.
# custom:
#   id: provenance.unknown_parameter
#   severity: high
#   enforcement: soft
#   needs: [provenance]
#   parameters:
#     allowed_parameters: {default: ["workflow"], description: "Names of external parameters that may be set."}
#   remediation: "Declare or remove the parameter."
#   since: 0.1.0
#   controls:
#     slsa: ["step-2"]
package tidewaiter.provenance.unknown_parameter

parameters := data.tidewaiter.parameters["provenance.unknown_parameter"]

# Provenance of the subject; all of it where nobody says what the subject is.
candidates contains i if {
	some i, statement in input.provenance
	not statement.matches_subject == false
}

deny contains finding if {
	some i in candidates
	some name, _ in input.provenance[i].parameters
	not name in parameters.allowed_parameters
	finding := {
		"rule": "provenance.unknown_parameter",
		"message": sprintf("the build was given the parameter %s, which nobody expects", [name]),
		"target": {"parameter": name},
		"sources": [{"input": input.provenance[i].input, "at": ""}],
	}
}
