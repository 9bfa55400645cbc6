package tidewaiter.iac.gcp_sql_public_test

import data.tidewaiter.iac.gcp_sql_public

test_fires if {
	findings := gcp_sql_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_sql_database_instance": [{"action": "create", "address": "google_sql_database_instance.a", "after": {"settings": [{"ip_configuration": [{"authorized_networks": [{"value": "0.0.0.0/0"}]}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_sql_database_instance", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_a_public_address_is_soft if {
	findings := gcp_sql_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_sql_database_instance": [{"action": "create", "address": "google_sql_database_instance.a", "after": {"settings": [{"ip_configuration": [{"ipv4_enabled": true}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_sql_database_instance", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
	some finding in findings
	finding.enforcement == "soft"
}

test_quiet if {
	findings := gcp_sql_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_sql_database_instance": [{"action": "create", "address": "google_sql_database_instance.a", "after": {"settings": [{"ip_configuration": [{"ipv4_enabled": false}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_sql_database_instance", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := gcp_sql_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"google_sql_database_instance": [{"action": "create", "address": "google_sql_database_instance.a", "after": {"settings": [{"ip_configuration": [{}]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "google_sql_database_instance", "unchanged": false, "unknown": ["settings.ip_configuration.ipv4_enabled"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
