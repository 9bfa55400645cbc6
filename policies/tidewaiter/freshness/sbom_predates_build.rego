# METADATA
# scope: package
# title: SBOM from before the build
# description: >-
#   SBOM timestamp < build start for a "build" or "after build" SBOM.
# custom:
#   id: freshness.sbom_predates_build
#   severity: medium
#   enforcement: soft
#   needs: [sbom, provenance]
#   remediation: "Generate from this build."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["5"]
package tidewaiter.freshness.sbom_predates_build

deny contains finding if {
	some sbom in input.sboms
	is_number(sbom.seconds_after_build_start)
	sbom.seconds_after_build_start < 0
	some phase in sbom.generation_context
	lower(phase) in {"build", "post-build", "after build", "during build", "analyzed", "deployed"}
	finding := {
		"rule": "freshness.sbom_predates_build",
		"message": sprintf("%s says that it was made in or after the build, and is older than it", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
