# METADATA
# scope: package
# title: Ambiguous or dangling references
# description: >-
#   Two components share a ref, or a dependency names an unknown ref.
# custom:
#   id: document.duplicate_ref
#   severity: medium
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Repair the generator or merge step."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["17"]
#     ntia-2021: ["dependency"]
package tidewaiter.document.duplicate_ref

deny contains finding if {
	some sbom in input.sboms
	sbom.duplicate_refs.count > 0
	finding := {
		"rule": "document.duplicate_ref",
		"message": sprintf("%d names are used twice in %s: %s", [sbom.duplicate_refs.count, sbom.name, concat(", ", array.slice(sbom.duplicate_refs.first, 0, 5))]),
		"target": {"document": sbom.name, "problem": "duplicate"},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}

deny contains finding if {
	some sbom in input.sboms
	sbom.unknown_refs.count > 0
	finding := {
		"rule": "document.duplicate_ref",
		"message": sprintf("%d names are referred to in %s and do not exist: %s", [sbom.unknown_refs.count, sbom.name, concat(", ", array.slice(sbom.unknown_refs.first, 0, 5))]),
		"target": {"document": sbom.name, "problem": "unknown"},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
