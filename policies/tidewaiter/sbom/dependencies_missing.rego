# METADATA
# scope: package
# title: No dependency graph
# description: >-
#   More than one component but no relationship from the primary.
# custom:
#   id: sbom.dependencies_missing
#   severity: medium
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Emit the graph."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["17"]
#     cra: ["I.II(1)"]
#     ntia-2021: ["data-fields"]
package tidewaiter.sbom.dependencies_missing

deny contains finding if {
	some sbom in input.sboms
	sbom.packages > 1
	sbom.graph.from_primary == 0
	finding := {
		"rule": "sbom.dependencies_missing",
		"message": sprintf("%s lists %d packages and no relationship of the primary component", [sbom.name, sbom.packages]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
