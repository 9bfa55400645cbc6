# METADATA
# scope: package
# title: Product that depends on itself
# description: >-
#   Primary component is reachable from itself.
# custom:
#   id: document.cycle_through_primary
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Check merged SBOMs."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["17"]
package tidewaiter.document.cycle_through_primary

deny contains finding if {
	some sbom in input.sboms
	sbom.graph.primary_in_cycle
	finding := {
		"rule": "document.cycle_through_primary",
		"message": sprintf("the primary component of %s is reachable from itself", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
