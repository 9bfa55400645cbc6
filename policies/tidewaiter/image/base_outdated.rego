# METADATA
# scope: package
# title: Old image
# description: >-
#   The image was made so long ago that its base lacks the fixes since then.
# custom:
#   id: image.base_outdated
#   severity: low
#   enforcement: soft
#   needs: [image]
#   parameters:
#     max_age_days: {default: 90, description: "Days that an image may stay on the same base."}
#   remediation: "Rebuild on the current base."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["3.1.8"]
#     nist-800-53: ["SI-2"]
package tidewaiter.image.base_outdated

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["image.base_outdated"]

deny contains finding if {
	is_number(input.image.age_days)
	not input.image.created_implausible
	input.image.age_days > parameters.max_age_days
	finding := {
		"rule": "image.base_outdated",
		"message": sprintf("the image is %d days old, and so is its base at least", [input.image.age_days]),
		"target": {"image": lib.text(input.subject.name)},
	}
}
