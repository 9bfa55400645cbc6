# METADATA
# scope: package
# title: Implausible creation time
# description: >-
#   Created time in the future, or epoch without a reproducible-build marker.
# custom:
#   id: image.created_implausible
#   severity: info
#   enforcement: off
#   needs: [image]
#   remediation: "Fix SOURCE_DATE_EPOCH handling."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-8"]
package tidewaiter.image.created_implausible

import data.tidewaiter.lib

deny contains finding if {
	input.image.created_implausible
	finding := {
		"rule": "image.created_implausible",
		"message": sprintf("the image says that it was created on %s", [input.image.created]),
		"target": {"image": lib.text(input.subject.name)},
	}
}
