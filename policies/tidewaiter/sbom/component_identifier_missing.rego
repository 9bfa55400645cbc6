# METADATA
# scope: package
# title: Components without identifier
# description: >-
#   Package-like component without valid purl, CPE or SWID > max.
# custom:
#   id: sbom.component_identifier_missing
#   severity: medium
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max_ratio: {default: 0.05, description: "The share of components that may lack it."}
#     accept: {default: ["purl", "cpe", "swid"], description: "Identifiers that count."}
#     kinds: {default: ["library", "os-package", "framework", "application"], description: "Kinds of component that are asked."}
#   remediation: "Emit purls; they make vulnerability matching possible."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["general"]
#     cisa-2026: ["13"]
#     ntia-2021: ["data-fields"]
package tidewaiter.sbom.component_identifier_missing

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["sbom.component_identifier_missing"]

field := "identifier" if "swid" in parameters.accept

field := "lookup" if {
	not "swid" in parameters.accept
	"purl" in parameters.accept
	"cpe" in parameters.accept
}

field := "purl" if parameters.accept == ["purl"]

field := "cpe" if parameters.accept == ["cpe"]

deny contains finding if {
	some sbom in input.sboms
	gap := lib.gap(sbom.gaps[field], parameters.kinds)
	gap.missing > gap.of * parameters.max_ratio
	finding := {
		"rule": "sbom.component_identifier_missing",
		"message": sprintf("%d of %d components of %s have no identifier (%s)", [gap.missing, gap.of, sbom.name, concat(", ", gap.first)]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": gap,
	}
}
