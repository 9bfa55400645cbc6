# METADATA
# scope: package
# title: Skipped check without reason
# description: >-
#   A check of another scanner was skipped in the sources, and nobody wrote down why.
# custom:
#   id: iac.inline_skip_unjustified
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Write the reason beside the skipped check."
#   since: 0.1.0
#   controls:
#     soc2: ["CC8.1"]
package tidewaiter.iac.inline_skip_unjustified

import data.tidewaiter.lib

reasoned(issue) if {
	is_string(issue.suppression)
	trim_space(issue.suppression) != ""
	not startswith(lower(issue.suppression), "no comment")
}

deny contains finding if {
	some issue in input.infrastructure.findings
	issue.status == "suppressed"
	not reasoned(issue)
	finding := {
		"rule": "iac.inline_skip_unjustified",
		"message": sprintf("%s is skipped for %s without a reason", [issue.rule, lib.text(issue.resource)]),
		"target": {"check": issue.rule, "resource": lib.text(issue.resource), "path": lib.text(issue.path)},
		"sources": [issue.source],
	}
}
