# METADATA
# scope: package
# title: No primary component
# description: >-
#   No primary component or DESCRIBES target.
# custom:
#   id: sbom.primary_missing
#   severity: medium
#   enforcement: hard
#   needs: [sbom]
#   remediation: "Name the product the SBOM describes."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["3.2.1"]
#     ntia-2021: ["data-fields"]
package tidewaiter.sbom.primary_missing

deny contains finding if {
	some sbom in input.sboms
	sbom.primary == null
	finding := {
		"rule": "sbom.primary_missing",
		"message": sprintf("%s does not name the product that it describes", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
