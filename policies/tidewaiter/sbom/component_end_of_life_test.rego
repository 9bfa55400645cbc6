package tidewaiter.sbom.component_end_of_life_test

import data.tidewaiter.sbom.component_end_of_life

test_fires if {
	findings := component_end_of_life.deny with input as {"index": {"support": [{"component": "a", "days_left": -10, "end": "2026-01-01T00:00:00Z"}]}}
		with data.tidewaiter.parameters as {"sbom.component_end_of_life": {"notice_days": 90}}
	count(findings) == 1
}

test_warns_before if {
	findings := component_end_of_life.deny with input as {"index": {"support": [{"component": "a", "days_left": 8, "end": "2026-12-01T00:00:00Z"}]}}
		with data.tidewaiter.parameters as {"sbom.component_end_of_life": {"notice_days": 90}}
	count(findings) == 1
	some finding in findings
	finding.enforcement == "soft"
}

test_quiet if {
	findings := component_end_of_life.deny with input as {"index": {"support": [{"component": "a", "days_left": 800, "end": "2028-12-01T00:00:00Z"}]}}
		with data.tidewaiter.parameters as {"sbom.component_end_of_life": {"notice_days": 90}}
	count(findings) == 0
}
