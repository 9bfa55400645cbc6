# METADATA
# scope: package
# title: No transitive dependencies
# description: >-
#   Graph depth is 1 while components of lockfile ecosystems exist.
# custom:
#   id: sbom.transitive_missing
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Generate from a resolved lockfile."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["coverage"]
#     ntia-2021: ["depth"]
#     telco-1.1: ["3.8"]
package tidewaiter.sbom.transitive_missing

deny contains finding if {
	some sbom in input.sboms
	sbom.graph.depth == 1
	sbom.graph.lockfile_components > 1
	finding := {
		"rule": "sbom.transitive_missing",
		"message": sprintf("the graph of %s ends at the direct dependencies", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
