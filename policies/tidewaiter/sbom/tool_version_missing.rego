# METADATA
# scope: package
# title: Tool without version
# description: >-
#   A tool is named without its version, so nobody can tell which of its mistakes the document has.
# custom:
#   id: sbom.tool_version_missing
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Record tool and version."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["7", "8"]
#     telco-1.1: ["3.5"]
package tidewaiter.sbom.tool_version_missing

import data.tidewaiter.lib

deny contains finding if {
	some sbom in input.sboms
	some tool in sbom.tools
	not lib.present(tool.version)
	finding := {
		"rule": "sbom.tool_version_missing",
		"message": sprintf("%s names the tool %s without a version", [sbom.name, tool.name]),
		"target": {"document": sbom.name, "tool": tool.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
