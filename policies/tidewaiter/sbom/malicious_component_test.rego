package tidewaiter.sbom.malicious_component_test

import data.tidewaiter.sbom.malicious_component

test_fires if {
	findings := malicious_component.deny with input as {"index": {"vulnerabilities": {"critical": [], "disagreeing": [], "disputed": [], "epss": [], "high": [], "inconsistent": [], "kev": [], "low": [], "malicious": [0], "medium": [], "new": [], "ssvc": [], "suppressed": [], "undecidable": [], "unknown": [], "vex": [], "vex_refused": []}}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}, "vulnerabilities": [{"age_days": 40, "component": "pkg:npm/a@1", "detected_by": ["grype"], "epss": {"date": "2026-11-22", "percentile": 0.9, "previous": null, "score": 0.5}, "fix": {"state": "fixed", "versions": ["2"]}, "id": "CVE-2026-0001", "kev": {"days_listed": 30, "days_overdue": -3, "due": "2026-12-01", "listed": true, "ransomware": false}, "key": "CVE-2026-0001|pkg:npm/a@1", "malicious": true, "missing_from": [], "new": null, "severity": {"level": "high", "score": 7.5, "spread": 0}, "sources": [{"at": "/matches/0", "input": 0}], "ssvc": null, "suppressed": null, "undecidable": null, "vex": null, "vex_refused": []}]}
	count(findings) == 1
}

test_quiet if {
	findings := malicious_component.deny with input as {"index": {"vulnerabilities": {"critical": [], "disagreeing": [], "disputed": [], "epss": [], "high": [], "inconsistent": [], "kev": [], "low": [], "malicious": [], "medium": [], "new": [], "ssvc": [], "suppressed": [], "undecidable": [], "unknown": [], "vex": [], "vex_refused": []}}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}, "vulnerabilities": [{"age_days": 40, "component": "pkg:npm/a@1", "detected_by": ["grype"], "epss": {"date": "2026-11-22", "percentile": 0.9, "previous": null, "score": 0.5}, "fix": {"state": "fixed", "versions": ["2"]}, "id": "CVE-2026-0001", "kev": {"days_listed": 30, "days_overdue": -3, "due": "2026-12-01", "listed": true, "ransomware": false}, "key": "CVE-2026-0001|pkg:npm/a@1", "malicious": false, "missing_from": [], "new": null, "severity": {"level": "high", "score": 7.5, "spread": 0}, "sources": [{"at": "/matches/0", "input": 0}], "ssvc": null, "suppressed": null, "undecidable": null, "vex": null, "vex_refused": []}]}
	count(findings) == 0
}

test_quiet_without_vulnerabilities if {
	findings := malicious_component.deny with input as {"index": {"vulnerabilities": {"critical": [], "disagreeing": [], "disputed": [], "epss": [], "high": [], "inconsistent": [], "kev": [], "low": [], "malicious": [], "medium": [], "new": [], "ssvc": [], "suppressed": [], "undecidable": [], "unknown": [], "vex": [], "vex_refused": []}}, "subject": {"declared": true, "digests": ["sha256:aa"], "distribution": "distributed", "environment": "production", "exposure": "public", "host": "registry.example", "kind": "image", "labels": {}, "name": "registry.example/app", "reference": "registry.example/app:1.0@sha256:aa", "tag": "1.0"}, "vulnerabilities": []}
	count(findings) == 0
}
