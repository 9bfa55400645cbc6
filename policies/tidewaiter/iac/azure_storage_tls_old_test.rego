package tidewaiter.iac.azure_storage_tls_old_test

import data.tidewaiter.iac.azure_storage_tls_old

test_fires if {
	findings := azure_storage_tls_old.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {"min_tls_version": "TLS1_0"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := azure_storage_tls_old.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {"min_tls_version": "TLS1_2"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := azure_storage_tls_old.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": ["min_tls_version"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
