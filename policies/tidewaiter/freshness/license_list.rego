# METADATA
# scope: package
# title: Old license list
# description: >-
#   SPDX list older than limit.
# custom:
#   id: freshness.license_list
#   severity: info
#   enforcement: off
#   parameters:
#     max_age_days: {default: 365, description: "Days that it may be old."}
#   remediation: "Update the library."
#   since: 0.1.0
package tidewaiter.freshness.license_list

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["freshness.license_list"]

deny contains finding if {
	some database in input.databases
	database.kind == "license_list"
	is_number(database.age_hours)
	database.age_hours > parameters.max_age_days * 24
	finding := {
		"rule": "freshness.license_list",
		"message": sprintf("%s %s is %d days old", [database.name, lib.text(database.version), floor(database.age_hours / 24)]),
		"target": {"database": database.name},
		"data": database,
	}
}
