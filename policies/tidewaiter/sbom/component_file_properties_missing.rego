# METADATA
# scope: package
# title: Components without file properties
# description: >-
#   Filename, executable, archive or structured property absent on a file-bearing component.
# custom:
#   id: sbom.component_file_properties_missing
#   severity: low
#   enforcement: off
#   needs: [sbom]
#   remediation: "Emit the BSI properties."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["5.2.2"]
package tidewaiter.sbom.component_file_properties_missing

import data.tidewaiter.lib

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps.file_properties, lib.package_kinds)
	gap.missing > 0
	finding := {
		"rule": "sbom.component_file_properties_missing",
		"message": sprintf("%d of %d components of %s lack filename, executable, archive or structured property", [gap.missing, gap.of, sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": gap,
	}
}
