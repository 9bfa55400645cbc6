# METADATA
# scope: package
# title: Label missing
# description: >-
#   Required OCI label absent or empty.
# custom:
#   id: image.label_missing
#   severity: low
#   enforcement: soft
#   needs: [image]
#   parameters:
#     required: {default: ["org.opencontainers.image.revision", "org.opencontainers.image.source", "org.opencontainers.image.created"], description: "Labels that have to be there."}
#   remediation: "Set the labels at build time."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["4.4.1"]
#     nist-800-53: ["CM-8"]
package tidewaiter.image.label_missing

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["image.label_missing"]

deny contains finding if {
	is_boolean(input.image.runs_as_root)
	some label in parameters.required
	object.get(input.image.labels, label, "") == ""
	finding := {
		"rule": "image.label_missing",
		"message": sprintf("the image has no label %s", [label]),
		"target": {"image": lib.text(input.subject.name), "label": label},
	}
}
