# METADATA
# scope: package
# title: Components without license information
# description: >-
#   No license information at all (explicit unknown is present).
# custom:
#   id: sbom.component_license_missing
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max_ratio: {default: 0.1, description: "The share of components that may lack it."}
#     kinds: {default: ["library", "os-package", "framework", "application"], description: "Kinds of component that are asked."}
#   remediation: "Enrich licenses."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["general"]
#     cisa-2026: ["16"]
#     telco-1.1: ["general"]
package tidewaiter.sbom.component_license_missing

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["sbom.component_license_missing"]

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps.license, parameters.kinds)
	missing := gap.missing
	missing > gap.of * parameters.max_ratio
	finding := {
		"rule": "sbom.component_license_missing",
		"message": sprintf("%d of %d components of %s have no license information (%s)", [missing, gap.of, sbom.name, concat(", ", gap.first)]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": {"missing": missing, "of": gap.of, "offenders": gap.first},
	}
}
