# METADATA
# scope: package
# title: Scan not attested
# description: >-
#   No scan attestation bound to the digest.
# custom:
#   id: evidence.scan_attestation_missing
#   severity: low
#   enforcement: off
#   remediation: "Attest the scan."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AU-10"]
#     pci-dss: ["11.3.1"]
package tidewaiter.evidence.scan_attestation_missing

import data.tidewaiter.lib

attested if {
	some doc in input.inputs
	is_number(doc.carrier)
	"vulnerabilities" in doc.provides
}

attested if {
	some statement in input.attestations
	contains(statement.predicate_type, "vuln")
	not statement.matches_subject == false
}

deny contains finding if {
	not attested
	finding := {
		"rule": "evidence.scan_attestation_missing",
		"message": "no attestation binds a vulnerability scan to the subject",
		"target": {"subject": lib.text(input.subject.name)},
	}
}
