# METADATA
# scope: package
# title: Unsigned document
# description: >-
#   SBOM or VEX has no verified signature.
# custom:
#   id: document.signature_required
#   severity: medium
#   enforcement: off
#   parameters:
#     kinds: {default: [], description: "Kinds of evidence that have to be signed, such as sbom and vex."}
#   remediation: "Sign or attest the document."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["8.1.15"]
#     cis-supply-chain: ["2.4.6"]
#     cisa-2026: ["2"]
#     s2c2f: ["REB-4"]
package tidewaiter.document.signature_required

parameters := data.tidewaiter.parameters["document.signature_required"]

deny contains finding if {
	some number, doc in input.inputs
	some kind in doc.provides
	kind in parameters.kinds
	not doc.verified == true
	finding := {
		"rule": "document.signature_required",
		"message": sprintf("%s has no verified signature", [doc.name]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}
