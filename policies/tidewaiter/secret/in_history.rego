# METADATA
# scope: package
# title: Secret in history
# description: >-
#   Only in history.
# custom:
#   id: secret.in_history
#   severity: high
#   enforcement: soft
#   needs: [secrets]
#   parameters:
#     since: {default: null, description: "A day; older commits are not asked."}
#   remediation: "Rotate; purge history."
#   since: 0.1.0
#   controls:
#     osps: ["BR-07.01"]
package tidewaiter.secret.in_history

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["secret.in_history"]

recent(_) if parameters.since == null

# What has no date is not older than any day.
recent(s) if not dated(s)

dated(s) if is_string(s.committed_at)

recent(s) if s.committed_at >= parameters.since

deny contains finding if {
	some s in input.secrets
	s.in_history_only
	s.validity != "inactive"
	not is_string(s.suppression)
	recent(s)
	finding := {
		"rule": "secret.in_history",
		"message": sprintf("%s in %s of commit %s", [s.rule, lib.place(s), lib.text(s.commit)]),
		"target": {"fingerprint": s.fingerprint, "path": s.path, "secret": s.rule},
		"sources": [s.source],
	}
}
