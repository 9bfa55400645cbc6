# METADATA
# scope: package
# title: Components without support data
# description: >-
#   No support level or end-of-support date.
# custom:
#   id: sbom.component_support_missing
#   severity: low
#   enforcement: off
#   needs: [sbom]
#   remediation: "Add support data."
#   since: 0.1.0
#   controls:
#     fda-524b: ["SBOM"]
#     osps: ["DO-04"]
package tidewaiter.sbom.component_support_missing

import data.tidewaiter.lib

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps.support, lib.package_kinds)
	gap.missing > 0
	finding := {
		"rule": "sbom.component_support_missing",
		"message": sprintf("%d of %d components of %s state neither support level nor end of support", [gap.missing, gap.of, sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": gap,
	}
}
