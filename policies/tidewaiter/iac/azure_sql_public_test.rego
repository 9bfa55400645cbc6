package tidewaiter.iac.azure_sql_public_test

import data.tidewaiter.iac.azure_sql_public

test_fires if {
	findings := azure_sql_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_mssql_firewall_rule": [{"action": "create", "address": "azurerm_mssql_firewall_rule.a", "after": {"end_ip_address": "255.255.255.255", "start_ip_address": "0.0.0.0"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_mssql_firewall_rule", "unchanged": false, "unknown": []}], "azurerm_mssql_server": [{"action": "create", "address": "azurerm_mssql_server.a", "after": {"public_network_access_enabled": true}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_mssql_server", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 2
}

test_quiet if {
	findings := azure_sql_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_mssql_firewall_rule": [{"action": "create", "address": "azurerm_mssql_firewall_rule.a", "after": {"end_ip_address": "0.0.0.0", "start_ip_address": "0.0.0.0"}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_mssql_firewall_rule", "unchanged": false, "unknown": []}], "azurerm_mssql_server": [{"action": "create", "address": "azurerm_mssql_server.a", "after": {"public_network_access_enabled": false}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_mssql_server", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := azure_sql_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_mssql_server": [{"action": "create", "address": "azurerm_mssql_server.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_mssql_server", "unchanged": false, "unknown": ["public_network_access_enabled"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
