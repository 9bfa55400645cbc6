package tidewaiter.iac.gcp_kms_rotation_test

import data.tidewaiter.iac.gcp_kms_rotation

test_fires if {
	findings := gcp_kms_rotation.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_kms_crypto_key": [{"action": "create", "address": "google_kms_crypto_key.a", "after": {"rotation_period": "8640000s"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_kms_crypto_key", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.gcp_kms_rotation": {"max_days": 90}}
	count(findings) == 1
}

test_fires_where_absent if {
	findings := gcp_kms_rotation.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_kms_crypto_key": [{"action": "create", "address": "google_kms_crypto_key.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_kms_crypto_key", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.gcp_kms_rotation": {"max_days": 90}}
	count(findings) == 1
}

test_quiet if {
	findings := gcp_kms_rotation.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_kms_crypto_key": [{"action": "create", "address": "google_kms_crypto_key.a", "after": {"rotation_period": "7776000s"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_kms_crypto_key", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.gcp_kms_rotation": {"max_days": 90}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := gcp_kms_rotation.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_kms_crypto_key": [{"action": "create", "address": "google_kms_crypto_key.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_kms_crypto_key", "unchanged": false, "unknown": ["rotation_period"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.gcp_kms_rotation": {"max_days": 90}}
	count(findings) == 0
}
