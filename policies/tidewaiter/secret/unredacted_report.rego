# METADATA
# scope: package
# title: Report with clear values
# description: >-
#   The report carries the clear value.
# custom:
#   id: secret.unredacted_report
#   severity: high
#   enforcement: soft
#   needs: [secrets]
#   remediation: "Produce redacted reports; our output never repeats the value."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AU-9"]
package tidewaiter.secret.unredacted_report

deny contains finding if {
	some number, _ in input.inputs
	found := [s.fingerprint | some s in input.secrets; s.source.input == number; s.clear_value]
	count(found) > 0
	finding := {
		"rule": "secret.unredacted_report",
		"message": sprintf("%s carries %d secrets in clear text", [input.inputs[number].name, count(found)]),
		"target": {"document": input.inputs[number].name},
		"sources": [{"input": number, "at": ""}],
	}
}
