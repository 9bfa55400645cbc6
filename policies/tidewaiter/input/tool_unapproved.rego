# METADATA
# scope: package
# title: Unapproved tool
# description: >-
#   Tool name or version not in the allow list.
# custom:
#   id: input.tool_unapproved
#   severity: low
#   enforcement: off
#   parameters:
#     approved_tools: {default: {}, description: "Tool name → versions; an empty list admits every version."}
#   remediation: "Use an approved tool version."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["2.4.3"]
#     nist-ssdf: ["PO.3.1"]
package tidewaiter.input.tool_unapproved

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["input.tool_unapproved"]

approved(tool) if count(parameters.approved_tools[tool.name]) == 0

approved(tool) if tool.version in parameters.approved_tools[tool.name]

deny contains finding if {
	some number, doc in input.inputs
	some tool in doc.tools
	not approved(tool)
	finding := {
		"rule": "input.tool_unapproved",
		"message": sprintf("%s was made by %s %s, which is not approved", [doc.name, tool.name, lib.text(tool.version)]),
		"target": {"document": doc.name, "tool": tool.name},
		"sources": [{"input": number, "at": ""}],
	}
}
