package tidewaiter.iac.gcp_sql_tls_not_required_test

import data.tidewaiter.iac.gcp_sql_tls_not_required

test_fires if {
	findings := gcp_sql_tls_not_required.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_sql_database_instance": [{"action": "create", "address": "google_sql_database_instance.a", "after": {"settings": [{"ip_configuration": [{"ipv4_enabled": false}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_sql_database_instance", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := gcp_sql_tls_not_required.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_sql_database_instance": [{"action": "create", "address": "google_sql_database_instance.a", "after": {"settings": [{"ip_configuration": [{"ssl_mode": "ENCRYPTED_ONLY"}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_sql_database_instance", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_the_older_flag_counts if {
	findings := gcp_sql_tls_not_required.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_sql_database_instance": [{"action": "create", "address": "google_sql_database_instance.a", "after": {"settings": [{"ip_configuration": [{"require_ssl": true}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_sql_database_instance", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := gcp_sql_tls_not_required.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_sql_database_instance": [{"action": "create", "address": "google_sql_database_instance.a", "after": {"settings": [{"ip_configuration": [{}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_sql_database_instance", "unchanged": false, "unknown": ["settings.ip_configuration.ssl_mode"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
