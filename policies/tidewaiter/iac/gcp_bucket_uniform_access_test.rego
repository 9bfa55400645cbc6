package tidewaiter.iac.gcp_bucket_uniform_access_test

import data.tidewaiter.iac.gcp_bucket_uniform_access

test_fires if {
	findings := gcp_bucket_uniform_access.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_storage_bucket": [{"action": "create", "address": "google_storage_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_storage_bucket", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 2
}

test_quiet if {
	findings := gcp_bucket_uniform_access.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_storage_bucket": [{"action": "create", "address": "google_storage_bucket.a", "after": {"public_access_prevention": "enforced", "uniform_bucket_level_access": true}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_storage_bucket", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := gcp_bucket_uniform_access.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_storage_bucket": [{"action": "create", "address": "google_storage_bucket.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_storage_bucket", "unchanged": false, "unknown": ["uniform_bucket_level_access", "public_access_prevention"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
