# METADATA
# scope: package
# title: Old policy
# description: >-
#   Bundle older than the minimum version demanded by the organisation.
# custom:
#   id: freshness.policy_outdated
#   severity: medium
#   enforcement: off
#   parameters:
#     min_version: {default: null, description: "The oldest accepted version of the pack."}
#   remediation: "Update the bundle."
#   since: 0.1.0
#   controls:
#     nist-ssdf: ["PO.4.1"]
package tidewaiter.freshness.policy_outdated

parameters := data.tidewaiter.parameters["freshness.policy_outdated"]

numbers(version) := [to_number(part) | some part in split(version, ".")]

deny contains finding if {
	is_string(parameters.min_version)
	numbers(input.policy.version) < numbers(parameters.min_version)
	finding := {
		"rule": "freshness.policy_outdated",
		"message": sprintf("the pack has version %s; %s is the oldest accepted one", [input.policy.version, parameters.min_version]),
		"target": {"policy": "pack"},
	}
}
