# METADATA
# scope: package
# title: No SBOM-URI
# description: >-
#   No SBOM URI.
# custom:
#   id: sbom.uri_missing
#   severity: low
#   enforcement: off
#   needs: [sbom]
#   remediation: "Set serial number and version or namespace."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["5.2.3"]
package tidewaiter.sbom.uri_missing

deny contains finding if {
	some sbom in input.sboms
	sbom.uri == null
	finding := {
		"rule": "sbom.uri_missing",
		"message": sprintf("%s has no URI of its own", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
