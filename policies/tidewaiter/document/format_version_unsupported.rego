# METADATA
# scope: package
# title: Format version out of range
# description: >-
#   Format version outside the accepted range.
# custom:
#   id: document.format_version_unsupported
#   severity: medium
#   enforcement: hard
#   parameters:
#     min_cyclonedx: {default: "1.4", description: "The oldest accepted version of CycloneDX."}
#     min_spdx: {default: "2.2", description: "The oldest accepted version of SPDX."}
#   remediation: "Emit a newer format version."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["4"]
#     cisa-2026: ["4"]
package tidewaiter.document.format_version_unsupported

parameters := data.tidewaiter.parameters["document.format_version_unsupported"]

numbers(version) := [to_number(part) | some part in split(version, ".")]

minimum(format) := parameters.min_cyclonedx if startswith(format, "cyclonedx")

minimum(format) := parameters.min_spdx if startswith(format, "spdx")

deny contains finding if {
	some number, doc in input.inputs
	doc.format_release < numbers(minimum(doc.format))
	finding := {
		"rule": "document.format_version_unsupported",
		"message": sprintf("%s is %s %s; %s is the oldest accepted version", [doc.name, doc.format, doc.format_version, minimum(doc.format)]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}
