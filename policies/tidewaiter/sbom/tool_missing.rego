# METADATA
# scope: package
# title: No tool named
# description: >-
#   No tool name / version.
# custom:
#   id: sbom.tool_missing
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Record tool and version."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["7", "8"]
#     telco-1.1: ["3.5"]
package tidewaiter.sbom.tool_missing

deny contains finding if {
	some sbom in input.sboms
	count(sbom.tools) == 0
	finding := {
		"rule": "sbom.tool_missing",
		"message": sprintf("%s does not say which tool made it", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
