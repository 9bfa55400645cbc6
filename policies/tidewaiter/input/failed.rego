# METADATA
# scope: package
# title: Unreadable document
# description: >-
#   A document that was handed in could not be read: the tool failed, the file is cut short, or it is something else
#   than it seems.
# custom:
#   id: input.failed
#   severity: high
#   enforcement: hard
#   unwaivable: true
#   remediation: "Re-run the tool; attach its log."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CA-7"]
#     soc2: ["CC8.1"]
package tidewaiter.input.failed

deny contains finding if {
	some number, doc in input.inputs
	doc.status == "unreadable"
	reason := concat("; ", [error.message | some error in doc.errors])
	finding := {
		"rule": "input.failed",
		"message": sprintf("%s could not be read: %s", [doc.name, reason]),
		"target": {"document": doc.name},
		"sources": [{"input": number, "at": ""}],
	}
}
