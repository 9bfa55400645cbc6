package tidewaiter.sbom.denied_component_test

import data.tidewaiter.sbom.denied_component

test_fires if {
	findings := denied_component.deny with input as {"index": {"denied_components": [{"component": "pkg:npm/a@1", "entry": "pkg:npm/a", "reason": "", "undecidable": false}]}}
	count(findings) == 1
}

test_quiet if {
	findings := denied_component.deny with input as {"index": {"denied_components": []}}
	count(findings) == 0
}

test_cannot_tell if {
	findings := denied_component.deny with input as {"index": {"denied_components": [{"component": "pkg:npm/a@x", "entry": "pkg:npm/a", "reason": "", "undecidable": true}]}}
	count(findings) == 1
	some finding in findings
	finding.error
}
