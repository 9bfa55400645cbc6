# METADATA
# scope: package
# title: Malicious component
# description: >-
#   A component matches an advisory about malware. It was not written badly, it was written to harm.
# custom:
#   id: sbom.malicious_component
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   needs: [vulnerabilities]
#   remediation: "Remove, rotate credentials, investigate."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SI-3"]
#     s2c2f: ["SCA-4"]
#     soc2: ["CC6.8"]
package tidewaiter.sbom.malicious_component

import data.tidewaiter.lib

deny contains finding if {
	some i in input.index.vulnerabilities.malicious
	v := input.vulnerabilities[i]
	finding := {
		"rule": "sbom.malicious_component",
		"message": sprintf("%s is malicious: %s", [v.component, v.id]),
		"target": lib.target(v),
		"sources": v.sources,
		"data": lib.evidence(v),
	}
}
