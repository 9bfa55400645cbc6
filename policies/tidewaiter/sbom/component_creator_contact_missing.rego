# METADATA
# scope: package
# title: Components without contact of the creator
# description: >-
#   No e-mail or URL of the creator.
# custom:
#   id: sbom.component_creator_contact_missing
#   severity: low
#   enforcement: off
#   needs: [sbom]
#   remediation: "Add creator contact."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["5.2.2"]
package tidewaiter.sbom.component_creator_contact_missing

import data.tidewaiter.lib

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps.creator_contact, lib.package_kinds)
	gap.missing > 0
	finding := {
		"rule": "sbom.component_creator_contact_missing",
		"message": sprintf("%d of %d components of %s name no e-mail or web address of their creator", [gap.missing, gap.of, sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": gap,
	}
}
