# METADATA
# scope: package
# title: Public repository policy
# description: >-
#   A repository policy allows everybody.
# custom:
#   id: iac.aws_ecr_public_policy
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Name the principals."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3"]
#   equivalents:
#     trivy: ["AVD-AWS-0032"]
package tidewaiter.iac.aws_ecr_public_policy

import data.tidewaiter.lib.plan

deny contains finding if {
	some p in input.infrastructure.plan.policies
	p.type in {"aws_ecr_repository_policy"}
	p.allow
	p.everybody
	not p.restricted
	finding := plan.finding("iac.aws_ecr_public_policy", p, sprintf("the policy of %s lets everybody in", [p.address]), p.attribute)
}
