# METADATA
# scope: package
# title: Old catalogue of known exploited vulnerabilities
# description: >-
#   The data is older than allowed, so what was added since then is not known.
# custom:
#   id: freshness.kev
#   severity: medium
#   enforcement: soft
#   parameters:
#     max_age_hours: {default: 48, description: "Hours that it may be old."}
#   remediation: "Update."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SI-5"]
package tidewaiter.freshness.kev

parameters := data.tidewaiter.parameters["freshness.kev"]

deny contains finding if {
	some database in input.databases
	database.kind == "kev"
	is_number(database.age_hours)
	database.age_hours > parameters.max_age_hours
	finding := {
		"rule": "freshness.kev",
		"message": sprintf("%s is %d hours old", [database.name, database.age_hours]),
		"target": {"database": database.name},
		"data": database,
	}
}

deny contains finding if {
	some database in input.databases
	database.kind == "kev"
	not is_number(database.age_hours)
	finding := {
		"rule": "freshness.kev",
		"message": sprintf("nobody says when %s was made", [database.name]),
		"target": {"database": database.name},
		"data": database,
	}
}
