# METADATA
# scope: package
# title: Primary component is not the subject
# description: >-
#   Primary name, version or digest contradicts the subject.
# custom:
#   id: sbom.primary_mismatch
#   severity: high
#   enforcement: hard
#   needs: [sbom]
#   remediation: "Generate for this artifact."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["9"]
#     nist-800-53: ["CM-8"]
package tidewaiter.sbom.primary_mismatch

deny contains finding if {
	some sbom in input.sboms
	is_string(sbom.primary.contradiction)
	finding := {
		"rule": "sbom.primary_mismatch",
		"message": sprintf("the primary component of %s contradicts the subject: %s", [sbom.name, sbom.primary.contradiction]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
