# METADATA
# scope: package
# title: Document over a limit
# description: >-
#   A document is larger or deeper than the reader's limits, or has too many items. It was not read to its end.
# custom:
#   id: document.limits_exceeded
#   severity: medium
#   enforcement: hard
#   unwaivable: true
#   remediation: "Split the document, or raise the limits deliberately."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SI-7"]
package tidewaiter.document.limits_exceeded

deny contains finding if {
	some number, doc in input.inputs
	some error in doc.errors
	error.code == "limit_exceeded"
	finding := {
		"rule": "document.limits_exceeded",
		"message": sprintf("%s is over a limit: %s", [doc.name, error.message]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}
