# METADATA
# scope: package
# title: SSH open to everybody
# description: >-
#   A security group lets everybody reach port 22. Attackers try it within minutes.
# custom:
#   id: iac.aws_sg_open_ssh
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   remediation: "Let in only the addresses that need it, or use a bastion or a private endpoint."
#   since: 0.1.0
#   controls:
#     iso-27001: ["A.8.20"]
#     nist-800-53: ["SC-7(5)"]
#     pci-dss: ["1.3.1"]
#     soc2: ["CC6.6"]
#   equivalents:
#     checkov: ["CKV_AWS_24"]
#     regula: ["FG_R00085"]
#     trivy: ["AVD-AWS-0107"]
package tidewaiter.iac.aws_sg_open_ssh

import data.tidewaiter.lib.plan

deny contains finding if {
	some i in input.infrastructure.plan.ingress
	i.cloud == "aws"
	i.layer == "group"
	i.public == "yes"
	plan.covers(i, 22)
	finding := plan.finding("iac.aws_sg_open_ssh", i, sprintf("%s lets everybody reach port 22 (SSH)", [i.address]), "ingress")
}
