# METADATA
# scope: package
# title: Image runs as root
# description: >-
#   Effective user is root or 0.
# custom:
#   id: image.runs_as_root
#   severity: medium
#   enforcement: soft
#   needs: [image]
#   remediation: "Set a non-root user."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-6"]
package tidewaiter.image.runs_as_root

import data.tidewaiter.lib

deny contains finding if {
	input.image.runs_as_root == true
	finding := {
		"rule": "image.runs_as_root",
		"message": "the image runs as root",
		"target": {"image": lib.text(input.subject.name)},
	}
}
