# METADATA
# scope: package
# title: Database open to everybody
# description: >-
#   A security group lets everybody reach the port of a database or cache.
# custom:
#   id: iac.aws_sg_open_database
#   severity: critical
#   enforcement: hard
#   needs: [iac]
#   parameters:
#     ports: {default: [1433, 1521, 2379, 3306, 5432, 5439, 6379, 9042, 9200, 9300, 11211, 27017, 27018, 27019], description: "Ports of databases and caches."}
#   remediation: "Let in only the addresses that need it, or use a bastion or a private endpoint."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7(5)"]
#     pci-dss: ["1.4.2"]
#   equivalents:
#     regula: ["FG_R00248", "FG_R261", "FG_R264", "FG_R212", "FG_R213", "FG_R214", "FG_R215", "FG_R216", "FG_R217"]
package tidewaiter.iac.aws_sg_open_database

import data.tidewaiter.lib.plan

parameters := data.tidewaiter.parameters["iac.aws_sg_open_database"]

deny contains finding if {
	some i in input.infrastructure.plan.ingress
	i.cloud == "aws"
	i.layer == "group"
	i.public == "yes"
	not i.all_ports
	some port in parameters.ports
	plan.covers(i, port)
	finding := plan.finding("iac.aws_sg_open_database", i, sprintf("%s lets everybody reach the database port %d", [i.address, port]), "ingress")
}
