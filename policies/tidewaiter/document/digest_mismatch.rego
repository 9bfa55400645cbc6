# METADATA
# scope: package
# title: Document with another digest
# description: >-
#   A document is not the one that an attestation or manifest in the same dossier speaks of.
# custom:
#   id: document.digest_mismatch
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   remediation: "Treat as tampering; rebuild."
#   since: 0.1.0
#   controls:
#     cra: ["I.I(2)(f)"]
#     nist-800-53: ["SI-7(1)", "SR-9"]
package tidewaiter.document.digest_mismatch

deny contains finding if {
	some number, doc in input.inputs
	is_string(doc.digest_stated)
	doc.digest_stated != doc.digest
	finding := {
		"rule": "document.digest_mismatch",
		"message": sprintf("%s has the digest %s, but %s is attested", [doc.name, doc.digest, doc.digest_stated]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}
