# METADATA
# scope: package
# title: Identity pattern is too broad
# description: >-
#   Policy pattern has no fixed issuer, or a regex that is not anchored or matches an unrelated identity probe.
# custom:
#   id: signature.identity_pattern_too_broad
#   severity: high
#   enforcement: soft
#   remediation: "Pin repository, workflow and ref."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-6"]
package tidewaiter.signature.identity_pattern_too_broad

deny contains finding if {
	some broad in input.policy.broad_identities
	finding := {
		"rule": "signature.identity_pattern_too_broad",
		"message": sprintf("the identity pattern %s also accepts %s", [broad.pattern, broad.accepts]),
		"target": {"pattern": broad.pattern},
	}
}
