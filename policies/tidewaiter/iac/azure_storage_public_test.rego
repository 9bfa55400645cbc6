package tidewaiter.iac.azure_storage_public_test

import data.tidewaiter.iac.azure_storage_public

test_fires if {
	findings := azure_storage_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {"allow_nested_items_to_be_public": true}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": []}], "azurerm_storage_container": [{"action": "create", "address": "azurerm_storage_container.a", "after": {"container_access_type": "blob"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_container", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 2
}

test_quiet if {
	findings := azure_storage_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {"allow_nested_items_to_be_public": false}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": []}], "azurerm_storage_container": [{"action": "create", "address": "azurerm_storage_container.a", "after": {"container_access_type": "private"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_container", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := azure_storage_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_storage_account": [{"action": "create", "address": "azurerm_storage_account.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_storage_account", "unchanged": false, "unknown": ["allow_nested_items_to_be_public"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
