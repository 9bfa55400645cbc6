# METADATA
# scope: package
# title: Policy is not the pinned one
# description: >-
#   The rules in force are not those that the organisation has pinned.
# custom:
#   id: evidence.policy_unpinned
#   severity: medium
#   enforcement: soft
#   parameters:
#     digest: {default: null, description: "The digest of all rules in force, as a decision states it."}
#   remediation: "Pin the bundle digest."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-3"]
#     nist-ssdf: ["PO.4.2"]
package tidewaiter.evidence.policy_unpinned

parameters := data.tidewaiter.parameters["evidence.policy_unpinned"]

deny contains finding if {
	is_string(parameters.digest)
	input.policy.digest != parameters.digest
	finding := {
		"rule": "evidence.policy_unpinned",
		"message": sprintf("the rules in force have the digest %s, not the pinned %s", [input.policy.digest, parameters.digest]),
		"target": {"policy": "rules"},
	}
}
