# METADATA
# scope: package
# title: No signature
# description: >-
#   The subject is named by digest and no signature covers that digest. Nobody vouches for what will run.
# custom:
#   id: signature.missing
#   severity: high
#   enforcement: hard
#   unwaivable: true
#   parameters:
#     kinds: {default: ["image", "binary"], description: "Kinds of subject that have to be signed."}
#   remediation: "Sign the digest in the pipeline."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["2.4.1", "4.1.1"]
#     nist-800-53: ["CM-14", "SI-7(15)", "SR-11"]
#     osps: ["BR-06.01"]
#     slsa: ["L2"]
package tidewaiter.signature.missing

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["signature.missing"]

covered if {
	some signature in input.signatures
	not signature.matches_subject == false
}

deny contains finding if {
	input.subject.declared
	input.subject.kind in parameters.kinds
	digest := input.subject.digests[0]
	not covered
	finding := {
		"rule": "signature.missing",
		"message": sprintf("nothing in the dossier signs %s", [digest]),
		"target": {"subject": lib.text(input.subject.name)},
	}
}
