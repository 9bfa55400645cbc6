# METADATA
# scope: package
# title: No author
# description: >-
#   No author (person or organisation); a tool counts only when tool_is_author.
# custom:
#   id: sbom.author_missing
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     tool_is_author: {default: true, description: "A tool counts as the author."}
#   remediation: "Record the entity operating the generator."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["1"]
#     ntia-2021: ["data-fields"]
package tidewaiter.sbom.author_missing

parameters := data.tidewaiter.parameters["sbom.author_missing"]

named contains i if {
	some i, sbom in input.sboms
	some author in sbom.authors
	author.name != ""
}

named contains i if {
	parameters.tool_is_author
	some i, sbom in input.sboms
	count(sbom.tools) > 0
}

deny contains finding if {
	some i, sbom in input.sboms
	not i in named
	finding := {
		"rule": "sbom.author_missing",
		"message": sprintf("nobody is named as the author of %s", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
