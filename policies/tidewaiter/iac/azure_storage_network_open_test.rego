package tidewaiter.iac.azure_storage_network_open_test

import data.tidewaiter.iac.azure_storage_network_open

test_fires if {
	findings := azure_storage_network_open.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {"network_rules": [{"default_action": "Allow"}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := azure_storage_network_open.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {"network_rules": [{"default_action": "Deny"}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_quiet_with_separate_rules if {
	findings := azure_storage_network_open.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": []}], "azurerm_storage_account_network_rules": [{"action": "create", "address": "azurerm_storage_account_network_rules.a", "after": {"default_action": "Deny"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {"storage_account_id": ["azurerm_storage_account.a"]}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account_network_rules", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := azure_storage_network_open.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": ["network_rules"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
