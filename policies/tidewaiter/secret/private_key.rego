# METADATA
# scope: package
# title: Private key
# description: >-
#   A private key stands where others can read it.
# custom:
#   id: secret.private_key
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   needs: [secrets]
#   remediation: "Replace the key pair."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-12", "IA-5(7)"]
package tidewaiter.secret.private_key

import data.tidewaiter.lib

deny contains finding if {
	some s in input.secrets
	s.private_key
	s.validity != "inactive"
	not is_string(s.suppression)
	finding := {
		"rule": "secret.private_key",
		"message": sprintf("private key (%s) in %s", [s.rule, lib.place(s)]),
		"target": {"fingerprint": s.fingerprint, "path": s.path, "secret": s.rule},
		"sources": [s.source],
	}
}
