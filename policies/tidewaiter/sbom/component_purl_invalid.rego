# METADATA
# scope: package
# title: Invalid package URL
# description: >-
#   Purl does not parse, or its name or version contradicts the component.
# custom:
#   id: sbom.component_purl_invalid
#   severity: medium
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Fix purl generation."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["13"]
package tidewaiter.sbom.component_purl_invalid

deny contains finding if {
	some sbom in input.sboms
	sbom.invalid_purls.count > 0
	finding := {
		"rule": "sbom.component_purl_invalid",
		"message": sprintf("%d package URLs of %s are invalid or contradict their component: %s", [sbom.invalid_purls.count, sbom.name, concat(", ", array.slice(sbom.invalid_purls.first, 0, 5))]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": sbom.invalid_purls,
	}
}
