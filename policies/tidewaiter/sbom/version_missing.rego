# METADATA
# scope: package
# title: Edition without number
# description: >-
#   No document version and no serial or namespace.
# custom:
#   id: sbom.version_missing
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   remediation: "Number each edition."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["9"]
package tidewaiter.sbom.version_missing

deny contains finding if {
	some sbom in input.sboms
	sbom.version == null
	sbom.uri == null
	finding := {
		"rule": "sbom.version_missing",
		"message": sprintf("%s has neither a version nor a serial number or namespace", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
