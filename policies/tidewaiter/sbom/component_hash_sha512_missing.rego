# METADATA
# scope: package
# title: Components without SHA-512
# description: >-
#   Fully described file component without SHA-512 of the deployable form.
# custom:
#   id: sbom.component_hash_sha512_missing
#   severity: medium
#   enforcement: off
#   needs: [sbom]
#   remediation: "Emit SHA-512 on the distribution reference."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["5.2.2"]
package tidewaiter.sbom.component_hash_sha512_missing

import data.tidewaiter.lib

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps.sha512, lib.package_kinds)
	gap.missing > 0
	finding := {
		"rule": "sbom.component_hash_sha512_missing",
		"message": sprintf("%d of %d components of %s have no SHA-512 of their deployable form", [gap.missing, gap.of, sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": gap,
	}
}
