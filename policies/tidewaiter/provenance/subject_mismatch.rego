# METADATA
# scope: package
# title: Provenance of something else
# description: >-
#   No subject digest equals the artifact.
# custom:
#   id: provenance.subject_mismatch
#   severity: critical
#   enforcement: hard
#   unwaivable: true
#   needs: [provenance]
#   remediation: "Rebuild."
#   since: 0.1.0
#   controls:
#     slsa: ["verify"]
package tidewaiter.provenance.subject_mismatch

import data.tidewaiter.lib

deny contains finding if {
	count(input.provenance) > 0
	every statement in input.provenance {
		statement.matches_subject == false
	}
	finding := {
		"rule": "provenance.subject_mismatch",
		"message": "the provenance in the dossier is about other artifacts",
		"target": {"subject": lib.text(input.subject.name)},
	}
}
