# METADATA
# scope: package
# title: No provenance
# description: >-
#   No provenance attestation for the digest.
# custom:
#   id: provenance.missing
#   severity: medium
#   enforcement: soft
#   remediation: "Emit SLSA provenance."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["4.4.1"]
#     nist-800-53: ["SR-4"]
#     nist-ssdf: ["PS.3.2"]
#     slsa: ["L1"]
package tidewaiter.provenance.missing

import data.tidewaiter.lib

covered if {
	some statement in input.provenance
	not statement.matches_subject == false
}

deny contains finding if {
	input.subject.declared
	input.subject.kind in {"image", "package", "binary"}
	digest := input.subject.digests[0]
	not covered
	finding := {
		"rule": "provenance.missing",
		"message": sprintf("no provenance says how %s was built", [digest]),
		"target": {"subject": lib.text(input.subject.name)},
	}
}
