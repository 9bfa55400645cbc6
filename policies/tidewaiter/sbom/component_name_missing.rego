# METADATA
# scope: package
# title: Component without name
# description: >-
#   Component without name.
# custom:
#   id: sbom.component_name_missing
#   severity: medium
#   enforcement: hard
#   needs: [sbom]
#   remediation: "Repair the cataloguer."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["general"]
#     cisa-2026: ["11"]
#     ntia-2021: ["data-fields"]
package tidewaiter.sbom.component_name_missing

import data.tidewaiter.lib

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps.name, lib.all_kinds)
	gap.missing > 0
	finding := {
		"rule": "sbom.component_name_missing",
		"message": sprintf("%d components of %s have no name", [gap.missing, sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": gap,
	}
}
