# METADATA
# scope: package
# title: Document does not follow its schema
# description: >-
#   A document breaks the rules of the format that it declares. Another tool may read it differently or not at all.
# custom:
#   id: document.schema_invalid
#   severity: medium
#   enforcement: hard
#   parameters:
#     formats: {default: [], description: "Formats that are checked; an empty list means all."}
#   remediation: "Regenerate with a conforming tool."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["4"]
#     cisa-2026: ["machine-processable"]
#     ntia-2021: ["automation"]
package tidewaiter.document.schema_invalid

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["document.schema_invalid"]

deny contains finding if {
	some number, doc in input.inputs
	is_array(doc.schema_errors)
	lib.listed(parameters.formats, doc.format)
	some error in doc.schema_errors
	finding := {
		"rule": "document.schema_invalid",
		"message": sprintf("%s does not follow the schema of %s %s: %s", [doc.name, doc.format, doc.format_version, error.message]),
		"target": {"document": doc.name, "at": lib.text(error.at)},
		"sources": [{"input": number, "at": lib.text(error.at)}],
	}
}
