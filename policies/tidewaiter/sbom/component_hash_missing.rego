# METADATA
# scope: package
# title: Components without digest
# description: >-
#   Ratio without hash > max; file-less kinds exempt.
# custom:
#   id: sbom.component_hash_missing
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max_ratio: {default: 1.0, description: "The share of components that may lack it."}
#     algorithms: {default: "sha256+", description: "`sha256+` or `any`."}
#     kinds: {default: ["library", "os-package", "framework", "application"], description: "Kinds of component that are asked."}
#   remediation: "Hash the distributed artifact."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["14"]
#     ntia-2021: ["recommended"]
package tidewaiter.sbom.component_hash_missing

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["sbom.component_hash_missing"]

weak(gap) := gap.missing if parameters.algorithms == "sha256+"

weak(_) := 0 if parameters.algorithms == "any"

deny contains finding if {
	some sbom in input.sboms
	absent := lib.gap(sbom.gaps.hash, parameters.kinds)
	missing := absent.missing + weak(lib.gap(sbom.gaps.strong_hash, parameters.kinds))
	missing > absent.of * parameters.max_ratio
	finding := {
		"rule": "sbom.component_hash_missing",
		"message": sprintf("%d of %d components of %s have no digest that counts", [missing, absent.of, sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": {"missing": missing, "of": absent.of, "offenders": absent.first},
	}
}
