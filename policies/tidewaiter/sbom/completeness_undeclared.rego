# METADATA
# scope: package
# title: Completeness not declared
# description: >-
#   Dependency completeness unstated for the primary.
# custom:
#   id: sbom.completeness_undeclared
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Declare complete, incomplete or unknown."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["general"]
#     cisa-2026: ["general"]
#     ntia-2021: ["known-unknowns"]
package tidewaiter.sbom.completeness_undeclared

deny contains finding if {
	some sbom in input.sboms
	sbom.completeness == null
	finding := {
		"rule": "sbom.completeness_undeclared",
		"message": sprintf("%s does not say whether its dependencies are complete", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
