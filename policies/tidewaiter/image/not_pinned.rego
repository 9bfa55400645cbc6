# METADATA
# scope: package
# title: Image not named by digest
# description: >-
#   An image is named by its tag alone. Tomorrow the tag may mean another image than the one that was judged.
# custom:
#   id: image.not_pinned
#   severity: high
#   enforcement: hard
#   parameters:
#     base: {default: "soft", description: "hard, soft or off."}
#     subject: {default: "hard", description: "hard, soft or off."}
#   remediation: "Reference by digest."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["5.1.7"]
#     nist-800-53: ["CM-14"]
package tidewaiter.image.not_pinned

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["image.not_pinned"]

pinned if is_string(input.image.base.digest)

deny contains finding if {
	input.subject.declared
	input.subject.kind == "image"
	is_string(input.subject.reference)
	count(input.subject.digests) == 0
	parameters.subject != "off"
	finding := {
		"rule": "image.not_pinned",
		"message": sprintf("%s names no digest", [input.subject.reference]),
		"target": {"image": input.subject.name, "part": "subject"},
		"enforcement": parameters.subject,
	}
}

deny contains finding if {
	is_string(input.image.base.reference)
	not pinned
	parameters.base != "off"
	finding := {
		"rule": "image.not_pinned",
		"message": sprintf("the base image %s is not named by digest", [input.image.base.reference]),
		"target": {"image": lib.text(input.subject.name), "part": "base"},
		"enforcement": parameters.base,
	}
}
