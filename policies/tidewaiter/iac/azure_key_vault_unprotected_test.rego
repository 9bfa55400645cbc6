package tidewaiter.iac.azure_key_vault_unprotected_test

import data.tidewaiter.iac.azure_key_vault_unprotected

test_fires if {
	findings := azure_key_vault_unprotected.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_key_vault": [{"action": "create", "address": "azurerm_key_vault.a", "after": {"network_acls": [{"default_action": "Allow"}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_key_vault", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 2
}

test_quiet if {
	findings := azure_key_vault_unprotected.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_key_vault": [{"action": "create", "address": "azurerm_key_vault.a", "after": {"network_acls": [{"default_action": "Deny"}], "purge_protection_enabled": true}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_key_vault", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := azure_key_vault_unprotected.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_key_vault": [{"action": "create", "address": "azurerm_key_vault.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_key_vault", "unchanged": false, "unknown": ["purge_protection_enabled"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
