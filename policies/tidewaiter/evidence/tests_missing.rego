# METADATA
# scope: package
# title: No attested tests
# description: >-
#   No test-result attestation PASSED or WARNED.
# custom:
#   id: evidence.tests_missing
#   severity: low
#   enforcement: off
#   remediation: "Attest tests."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SA-11"]
#     osps: ["QA-06.01"]
package tidewaiter.evidence.tests_missing

import data.tidewaiter.lib

tested if {
	some statement in input.attestations
	statement.test_result in {"PASSED", "WARNED"}
	not statement.matches_subject == false
}

deny contains finding if {
	not tested
	finding := {
		"rule": "evidence.tests_missing",
		"message": "no attestation says that the tests of the subject passed",
		"target": {"subject": lib.text(input.subject.name)},
	}
}
