package tidewaiter.iac.gcp_public_member_test

import data.tidewaiter.iac.gcp_public_member

test_fires if {
	findings := gcp_public_member.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_storage_bucket_iam_member": [{"action": "create", "address": "google_storage_bucket_iam_member.a", "after": {"member": "allUsers", "role": "roles/storage.objectViewer"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_storage_bucket_iam_member", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_fires_for_bindings if {
	findings := gcp_public_member.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_kms_crypto_key_iam_binding": [{"action": "create", "address": "google_kms_crypto_key_iam_binding.a", "after": {"members": ["allAuthenticatedUsers"], "role": "r"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_kms_crypto_key_iam_binding", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_fires_for_datasets if {
	findings := gcp_public_member.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_bigquery_dataset": [{"action": "create", "address": "google_bigquery_dataset.a", "after": {"access": [{"special_group": "allAuthenticatedUsers"}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_bigquery_dataset", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := gcp_public_member.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_storage_bucket_iam_member": [{"action": "create", "address": "google_storage_bucket_iam_member.a", "after": {"member": "user:a@acme.example", "role": "r"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_storage_bucket_iam_member", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := gcp_public_member.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_storage_bucket_iam_member": [{"action": "create", "address": "google_storage_bucket_iam_member.a", "after": {"role": "r"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_storage_bucket_iam_member", "unchanged": false, "unknown": ["member"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
