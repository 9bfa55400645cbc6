# METADATA
# scope: package
# title: Suppression without reason
# description: >-
#   Suppression matches by whole rule, directory root or without reason.
# custom:
#   id: secret.allowlist_too_broad
#   severity: medium
#   enforcement: soft
#   needs: [secrets]
#   remediation: "Suppress by fingerprint."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-6"]
package tidewaiter.secret.allowlist_too_broad

import data.tidewaiter.lib

deny contains finding if {
	some s in input.secrets
	is_string(s.suppression)
	trim_space(s.suppression) == ""
	finding := {
		"rule": "secret.allowlist_too_broad",
		"message": sprintf("%s in %s was accepted in the scanner without a reason", [s.rule, lib.place(s)]),
		"target": {"fingerprint": s.fingerprint, "path": s.path, "secret": s.rule},
		"sources": [s.source],
	}
}
