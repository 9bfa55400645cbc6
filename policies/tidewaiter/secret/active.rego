# METADATA
# scope: package
# title: Active secret
# description: >-
#   A secret was found, and its issuer still accepts it.
# custom:
#   id: secret.active
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   needs: [secrets]
#   remediation: "Revoke now, then remove and rewrite history."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["1.5.1"]
#     iso-27001: ["A.8.4"]
#     nist-800-53: ["IA-5(7)"]
#     osps: ["BR-07.01"]
#     pci-dss: ["8.6.2"]
package tidewaiter.secret.active

import data.tidewaiter.lib

deny contains finding if {
	some s in input.secrets
	s.validity == "active"
	finding := {
		"rule": "secret.active",
		"message": sprintf("%s in %s is active", [s.rule, lib.place(s)]),
		"target": {"fingerprint": s.fingerprint, "path": s.path, "secret": s.rule},
		"sources": [s.source],
	}
}
