# METADATA
# scope: package
# title: Label contradicts the provenance
# description: >-
#   Revision or source label contradicts provenance.
# custom:
#   id: image.label_mismatch
#   severity: high
#   enforcement: hard
#   needs: [image, provenance]
#   remediation: "Rebuild; the label cannot be trusted."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SR-4"]
package tidewaiter.image.label_mismatch

import data.tidewaiter.lib

stated contains {"label": "org.opencontainers.image.revision", "value": value, "other": statement.source_digest} if {
	value := input.image.labels["org.opencontainers.image.revision"]
	value != ""
	some statement in input.provenance
	is_string(statement.source_digest)
	trim_prefix(statement.source_digest, "sha1:") != value
}

stated contains {"label": "org.opencontainers.image.source", "value": value, "other": statement.source_uri} if {
	value := input.image.labels["org.opencontainers.image.source"]
	value != ""
	some statement in input.provenance
	is_string(statement.source_uri)
	lib.repository(statement.source_uri) != lib.repository(value)
}

deny contains finding if {
	some row in stated
	finding := {
		"rule": "image.label_mismatch",
		"message": sprintf("the label %s is %s, but the provenance says %s", [row.label, row.value, row.other]),
		"target": {"image": lib.text(input.subject.name), "label": row.label},
	}
}
