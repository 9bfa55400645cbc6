# METADATA
# scope: package
# title: No generation context
# description: >-
#   No lifecycle phase or SBOM type; a timestamp is not evidence of context.
# custom:
#   id: sbom.generation_context_missing
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Emit lifecycles / sbomType / creator comment."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["5"]
#     telco-1.1: ["3.5"]
package tidewaiter.sbom.generation_context_missing

deny contains finding if {
	some sbom in input.sboms
	count(sbom.generation_context) == 0
	finding := {
		"rule": "sbom.generation_context_missing",
		"message": sprintf("%s does not say at which phase of the life cycle it was made", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
