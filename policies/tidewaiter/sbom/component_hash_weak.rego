# METADATA
# scope: package
# title: Only weak digests
# description: >-
#   Only MD5 or SHA-1 present.
# custom:
#   id: sbom.component_hash_weak
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Add SHA-256 or better."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["15"]
package tidewaiter.sbom.component_hash_weak

import data.tidewaiter.lib

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps.strong_hash, lib.all_kinds)
	gap.missing > 0
	finding := {
		"rule": "sbom.component_hash_weak",
		"message": sprintf("%d components of %s have only MD5 or SHA-1 digests (%s)", [gap.missing, sbom.name, concat(", ", gap.first)]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": gap,
	}
}
