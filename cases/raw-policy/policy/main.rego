package main

import rego.v1

deny contains msg if {
	some change in input.resource_changes
	change.type == "aws_db_instance"
	msg := sprintf("%s: databases are made elsewhere", [change.address])
}
