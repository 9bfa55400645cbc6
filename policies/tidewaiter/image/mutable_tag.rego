# METADATA
# scope: package
# title: Mutable tag
# description: >-
#   Tag is latest or in the mutable list and no digest.
# custom:
#   id: image.mutable_tag
#   severity: medium
#   enforcement: soft
#   parameters:
#     tags: {default: ["latest", "main", "edge"], description: "Tags that are moved."}
#   remediation: "Use an immutable tag and digest."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["5.1.7"]
package tidewaiter.image.mutable_tag

parameters := data.tidewaiter.parameters["image.mutable_tag"]

deny contains finding if {
	input.subject.tag in parameters.tags
	not contains(input.subject.reference, "@")
	finding := {
		"rule": "image.mutable_tag",
		"message": sprintf("the tag %s of %s means something else tomorrow", [input.subject.tag, input.subject.name]),
		"target": {"image": input.subject.name, "tag": input.subject.tag},
	}
}
