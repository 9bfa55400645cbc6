# METADATA
# scope: package
# title: Secret
# description: >-
#   A secret stands in the sources or in the file system of the image. Whoever can read it can use it.
# custom:
#   id: secret.found
#   severity: high
#   enforcement: hard
#   needs: [secrets]
#   parameters:
#     exclude_paths: {default: [], description: "Paths of test fixtures; a star at the end stands for anything."}
#   remediation: "Rotate; move to a secret manager."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["IA-5(7)"]
#     osps: ["BR-07.01"]
#     soc2: ["CC6.1"]
package tidewaiter.secret.found

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["secret.found"]

excluded(s) if lib.any_match(parameters.exclude_paths, s.path)

deny contains finding if {
	some s in input.secrets
	s.validity != "inactive"
	not s.in_history_only
	not is_string(s.suppression)
	not excluded(s)
	finding := {
		"rule": "secret.found",
		"message": sprintf("%s in %s", [s.rule, lib.place(s)]),
		"target": {"fingerprint": s.fingerprint, "path": s.path, "secret": s.rule},
		"sources": [s.source],
	}
}
