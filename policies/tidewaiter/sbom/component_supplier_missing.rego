# METADATA
# scope: package
# title: Components without supplier
# description: >-
#   Ratio without supplier, producer or explicit unknown > max.
# custom:
#   id: sbom.component_supplier_missing
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max_ratio: {default: 1.0, description: "The share of components that may lack it."}
#     kinds: {default: ["library", "os-package", "framework", "application"], description: "Kinds of component that are asked."}
#     unknown_is_present: {default: true, description: "An explicit statement that nobody knows counts as an answer."}
#   remediation: "Enrich from registry metadata; do not invent names."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["10"]
#     fda-524b: ["SBOM"]
#     ntia-2021: ["data-fields"]
package tidewaiter.sbom.component_supplier_missing

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["sbom.component_supplier_missing"]

counted(gap) := gap.missing if parameters.unknown_is_present

counted(gap) := gap.missing + gap.unknown if not parameters.unknown_is_present

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps.supplier, parameters.kinds)
	missing := counted(gap)
	missing > gap.of * parameters.max_ratio
	finding := {
		"rule": "sbom.component_supplier_missing",
		"message": sprintf("%d of %d components of %s have no supplier (%s)", [missing, gap.of, sbom.name, concat(", ", gap.first)]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": {"missing": missing, "of": gap.of, "offenders": gap.first},
	}
}
