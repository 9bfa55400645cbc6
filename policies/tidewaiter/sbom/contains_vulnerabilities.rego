# METADATA
# scope: package
# title: Vulnerabilities inside the SBOM
# description: >-
#   Vulnerability data embedded in the SBOM.
# custom:
#   id: sbom.contains_vulnerabilities
#   severity: low
#   enforcement: off
#   needs: [sbom]
#   remediation: "Ship VEX or CSAF separately."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["3.1"]
package tidewaiter.sbom.contains_vulnerabilities

deny contains finding if {
	some sbom in input.sboms
	sbom.contains_vulnerabilities > 0
	finding := {
		"rule": "sbom.contains_vulnerabilities",
		"message": sprintf("%s carries %d vulnerabilities", [sbom.name, sbom.contains_vulnerabilities]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
