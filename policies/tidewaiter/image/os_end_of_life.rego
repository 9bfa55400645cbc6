# METADATA
# scope: package
# title: Distribution without support
# description: >-
#   Distribution release end of life < now.
# custom:
#   id: image.os_end_of_life
#   severity: high
#   enforcement: hard
#   needs: [image]
#   parameters:
#     notice_days: {default: 90, description: "Days before the end from which there is a warning."}
#   remediation: "Move to a supported release."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SA-22"]
#     pci-dss: ["6.3.3"]
package tidewaiter.image.os_end_of_life

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["image.os_end_of_life"]

ended if input.image.os.end_of_life == true

ended if {
	is_number(input.image.os.days_left)
	input.image.os.days_left < 0
}

deny contains finding if {
	ended
	finding := {
		"rule": "image.os_end_of_life",
		"message": sprintf("%s %s has reached its end of life", [input.image.os.name, input.image.os.version]),
		"target": {"image": lib.text(input.subject.name), "os": input.image.os.name},
	}
}

deny contains finding if {
	not ended
	is_number(input.image.os.days_left)
	input.image.os.days_left < parameters.notice_days
	finding := {
		"rule": "image.os_end_of_life",
		"message": sprintf("support of %s %s ends in %d days", [input.image.os.name, input.image.os.version, input.image.os.days_left]),
		"target": {"image": lib.text(input.subject.name), "os": input.image.os.name},
		"enforcement": "soft",
	}
}
