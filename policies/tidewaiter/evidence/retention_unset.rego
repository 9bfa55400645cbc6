# METADATA
# scope: package
# title: No retention declared
# description: >-
#   No retention location or period declared.
# custom:
#   id: evidence.retention_unset
#   severity: low
#   enforcement: off
#   parameters:
#     min_days: {default: 365, description: "Days; `context.retention` names `location` and `days`."}
#   remediation: "Declare retention."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AU-11"]
package tidewaiter.evidence.retention_unset

parameters := data.tidewaiter.parameters["evidence.retention_unset"]

declared if {
	is_string(input.context.retention.location)
	input.context.retention.days >= parameters.min_days
	is_number(input.context.retention.days)
}

deny contains finding if {
	not declared
	finding := {
		"rule": "evidence.retention_unset",
		"message": "no place and period are declared for which evidence is kept",
		"target": {"retention": "evidence"},
	}
}
