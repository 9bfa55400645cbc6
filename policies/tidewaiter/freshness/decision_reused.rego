# METADATA
# scope: package
# title: Decision reused too long
# description: >-
#   Earlier decision reused beyond its validity.
# custom:
#   id: freshness.decision_reused
#   severity: medium
#   enforcement: hard
#   parameters:
#     valid_hours: {default: 24, description: "Hours that a decision holds; `context.reused_decision` names `id` and `now` of the earlier one."}
#   remediation: "Evaluate again."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CA-7"]
package tidewaiter.freshness.decision_reused

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["freshness.decision_reused"]

deny contains finding if {
	earlier := input.context.reused_decision.now
	time.parse_rfc3339_ns(input.now) - time.parse_rfc3339_ns(earlier) > parameters.valid_hours * 3600000000000
	finding := {
		"rule": "freshness.decision_reused",
		"message": sprintf("the earlier decision of %s is reused after more than %d hours", [earlier, parameters.valid_hours]),
		"target": {"decision": lib.text(input.context.reused_decision.id)},
	}
}
