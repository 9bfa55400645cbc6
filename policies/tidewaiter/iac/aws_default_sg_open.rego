# METADATA
# scope: package
# title: Default security group with rules
# description: >-
#   The default security group has rules. Whatever names no group is in it.
# custom:
#   id: iac.aws_default_sg_open
#   severity: low
#   enforcement: soft
#   needs: [iac]
#   remediation: "Leave the default security group without rules."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#   equivalents:
#     checkov: ["CKV2_AWS_12"]
#     regula: ["FG_R00089"]
#     trivy: ["AVD-AWS-0173"]
package tidewaiter.iac.aws_default_sg_open

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_default_security_group")
	some side in ["ingress", "egress"]
	count(object.get(r.after, side, [])) > 0
	finding := plan.finding("iac.aws_default_sg_open", r, sprintf("%s has %s rules", [r.address, side]), "")
}
