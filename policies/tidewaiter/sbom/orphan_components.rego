# METADATA
# scope: package
# title: Components outside the graph
# description: >-
#   Ratio of components not reachable from the primary > max.
# custom:
#   id: sbom.orphan_components
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max_ratio: {default: 0.5, description: "The share of packages that may be unreachable."}
#   remediation: "Connect the graph or declare it partial."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["coverage"]
package tidewaiter.sbom.orphan_components

parameters := data.tidewaiter.parameters["sbom.orphan_components"]

deny contains finding if {
	some sbom in input.sboms
	sbom.graph.dependencies > 0
	sbom.graph.orphans > sbom.packages * parameters.max_ratio
	finding := {
		"rule": "sbom.orphan_components",
		"message": sprintf("%d of %d packages of %s are not reachable from the primary component", [sbom.graph.orphans, sbom.packages, sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
