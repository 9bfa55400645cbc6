# METADATA
# scope: package
# title: No timestamp
# description: >-
#   No parseable timestamp.
# custom:
#   id: sbom.timestamp_missing
#   severity: medium
#   enforcement: hard
#   needs: [sbom]
#   remediation: "Emit a timestamp."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["5.2.1"]
#     cisa-2026: ["6"]
#     ntia-2021: ["data-fields"]
package tidewaiter.sbom.timestamp_missing

import data.tidewaiter.lib

deny contains finding if {
	some sbom in input.sboms
	not is_string(sbom.timestamp)
	finding := {
		"rule": "sbom.timestamp_missing",
		"message": sprintf("%s has no timestamp that can be read%s", [sbom.name, lib.hint(sbom.timestamp_invalid)]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
