# METADATA
# scope: package
# title: Components without version
# description: >-
#   Ratio of package-like components without version > max; "unknown" markers count as present in cisa-2026, missing
#   in ntia-2021.
# custom:
#   id: sbom.component_version_missing
#   severity: medium
#   enforcement: hard
#   needs: [sbom]
#   parameters:
#     max_ratio: {default: 0.02, description: "The share of components that may lack it."}
#     kinds: {default: ["library", "os-package", "framework", "application"], description: "Kinds of component that are asked."}
#     unknown_is_present: {default: true, description: "An explicit statement that nobody knows counts as an answer."}
#   remediation: "Resolve versions from lockfiles, scan the build output."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["general"]
#     cisa-2026: ["12"]
#     cra: ["I.II(1)"]
#     ntia-2021: ["data-fields"]
package tidewaiter.sbom.component_version_missing

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["sbom.component_version_missing"]

counted(gap) := gap.missing if parameters.unknown_is_present

counted(gap) := gap.missing + gap.unknown if not parameters.unknown_is_present

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps.version, parameters.kinds)
	missing := counted(gap)
	missing > gap.of * parameters.max_ratio
	finding := {
		"rule": "sbom.component_version_missing",
		"message": sprintf("%d of %d components of %s have no version (%s)", [missing, gap.of, sbom.name, concat(", ", gap.first)]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": {"missing": missing, "of": gap.of, "offenders": gap.first},
	}
}
