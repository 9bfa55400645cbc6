# METADATA
# scope: package
# title: No approval
# description: >-
#   Release environment without approval bound to this digest.
# custom:
#   id: evidence.approval_missing
#   severity: high
#   enforcement: off
#   parameters:
#     environments: {default: ["production"], description: "Environments that need an approval; `context.approvals` lists `{digest, by}`."}
#   remediation: "Record approval for the digest."
#   since: 0.1.0
#   controls:
#     iso-27001: ["A.8.32"]
#     pci-dss: ["6.5.1"]
#     soc2: ["CC8.1"]
package tidewaiter.evidence.approval_missing

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["evidence.approval_missing"]

approved if {
	some approval in input.context.approvals
	approval.digest in input.subject.digests
}

deny contains finding if {
	input.subject.environment in parameters.environments
	not approved
	finding := {
		"rule": "evidence.approval_missing",
		"message": sprintf("nobody has approved %s for %s", [lib.text(input.subject.name), input.subject.environment]),
		"target": {"environment": input.subject.environment},
	}
}
