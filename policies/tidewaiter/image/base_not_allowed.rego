# METADATA
# scope: package
# title: Base image that is not on the list
# description: >-
#   Base image not in the allow list.
# custom:
#   id: image.base_not_allowed
#   severity: medium
#   enforcement: off
#   needs: [image]
#   parameters:
#     allow: {default: [], description: "Base images; a star at the end stands for anything."}
#   remediation: "Use an approved base."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-2"]
#     s2c2f: ["ENF-2"]
package tidewaiter.image.base_not_allowed

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["image.base_not_allowed"]

base_known if is_string(input.image.base.reference)

deny contains finding if {
	is_string(input.image.base.reference)
	not lib.any_match(parameters.allow, input.image.base.reference)
	finding := {
		"rule": "image.base_not_allowed",
		"message": sprintf("the base image %s is not on the list of allowed images", [input.image.base.reference]),
		"target": {"image": lib.text(input.subject.name)},
	}
}

deny contains finding if {
	is_object(input.image)
	not base_known
	finding := {
		"rule": "image.base_not_allowed",
		"message": "nothing says which base image was used",
		"target": {"image": lib.text(input.subject.name)},
		"error": true,
	}
}
