# METADATA
# scope: package
# title: Old EPSS scores
# description: >-
#   The data is older than allowed, so what was added since then is not known.
# custom:
#   id: freshness.epss
#   severity: medium
#   enforcement: soft
#   parameters:
#     max_age_hours: {default: 48, description: "Hours that it may be old."}
#   remediation: "Update."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SI-5"]
package tidewaiter.freshness.epss

parameters := data.tidewaiter.parameters["freshness.epss"]

deny contains finding if {
	some database in input.databases
	database.kind == "epss"
	is_number(database.age_hours)
	database.age_hours > parameters.max_age_hours
	finding := {
		"rule": "freshness.epss",
		"message": sprintf("%s is %d hours old", [database.name, database.age_hours]),
		"target": {"database": database.name},
		"data": database,
	}
}

deny contains finding if {
	some database in input.databases
	database.kind == "epss"
	not is_number(database.age_hours)
	finding := {
		"rule": "freshness.epss",
		"message": sprintf("nobody says when %s was made", [database.name]),
		"target": {"database": database.name},
		"data": database,
	}
}
