# METADATA
# scope: package
# title: Attestation missing
# description: >-
#   Required predicate type absent for the digest.
# custom:
#   id: evidence.attestation_missing
#   severity: medium
#   enforcement: off
#   parameters:
#     required: {default: [], description: "Predicate types."}
#   remediation: "Attach the attestation."
#   since: 0.1.0
#   controls:
#     nist-ssdf: ["PS.3.1"]
#     slsa: ["build"]
package tidewaiter.evidence.attestation_missing

parameters := data.tidewaiter.parameters["evidence.attestation_missing"]

attested contains statement.predicate_type if {
	some statement in input.attestations
	not statement.matches_subject == false
}

deny contains finding if {
	some kind in parameters.required
	not kind in attested
	finding := {
		"rule": "evidence.attestation_missing",
		"message": sprintf("no attestation of the type %s is about the subject", [kind]),
		"target": {"predicate_type": kind},
	}
}
