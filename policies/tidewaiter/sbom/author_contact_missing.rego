# METADATA
# scope: package
# title: No contact of the author
# description: >-
#   Author has neither e-mail nor URL.
# custom:
#   id: sbom.author_contact_missing
#   severity: low
#   enforcement: off
#   needs: [sbom]
#   remediation: "Add a contact."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["5.2.1"]
package tidewaiter.sbom.author_contact_missing

reachable contains i if {
	some i, sbom in input.sboms
	some author in sbom.authors
	some address in [author.email, author.url]
	is_string(address)
}

deny contains finding if {
	some i, sbom in input.sboms
	not i in reachable
	finding := {
		"rule": "sbom.author_contact_missing",
		"message": sprintf("the author of %s has neither e-mail nor web address", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
