# METADATA
# scope: package
# title: Other port open to everybody
# description: >-
#   A security group lets everybody reach a port that is not meant for everybody.
# custom:
#   id: iac.aws_sg_open_other
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   parameters:
#     allowed_public_ports: {default: [80, 443], description: "Ports that everybody may reach."}
#   remediation: "Let in only the addresses that need it, or use a bastion or a private endpoint."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#   equivalents:
#     checkov: ["CKV_AWS_260"]
#     regula: ["FG_R00377"]
package tidewaiter.iac.aws_sg_open_other

import data.tidewaiter.lib.plan

parameters := data.tidewaiter.parameters["iac.aws_sg_open_other"]

allowed(range) if {
	range.from == range.to
	range.from in parameters.allowed_public_ports
}

# Other rules speak of these ports.
judged(i) if {
	some port in [22, 3389]
	plan.covers(i, port)
}

judged(i) if {
	some port in data.tidewaiter.parameters["iac.aws_sg_open_database"].ports
	plan.covers(i, port)
}

deny contains finding if {
	some i in input.infrastructure.plan.ingress
	i.cloud == "aws"
	i.layer == "group"
	i.public == "yes"
	not i.all_ports
	some range in i.ports
	not allowed(range)
	not judged(i)
	finding := plan.finding("iac.aws_sg_open_other", i, sprintf("%s lets everybody reach the ports %d to %d", [i.address, range.from, range.to]), "ingress")
}
