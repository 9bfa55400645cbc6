package tidewaiter.iac.azure_aks_public_test

import data.tidewaiter.iac.azure_aks_public

test_fires if {
	findings := azure_aks_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_kubernetes_cluster": [{"action": "create", "address": "azurerm_kubernetes_cluster.a", "after": {"private_cluster_enabled": false}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_kubernetes_cluster", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 1
}

test_quiet if {
	findings := azure_aks_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_kubernetes_cluster": [{"action": "create", "address": "azurerm_kubernetes_cluster.a", "after": {"private_cluster_enabled": true}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_kubernetes_cluster", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_quiet_for_some_addresses if {
	findings := azure_aks_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_kubernetes_cluster": [{"action": "create", "address": "azurerm_kubernetes_cluster.a", "after": {"api_server_access_profile": [{"authorized_ip_ranges": ["198.51.100.0/24"]}]}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_kubernetes_cluster", "unchanged": false, "unknown": []}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}

test_unknown_decides_nothing if {
	findings := azure_aks_public.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [], "resources": {"azurerm_kubernetes_cluster": [{"action": "create", "address": "azurerm_kubernetes_cluster.a", "after": {}, "before": null, "index": null, "module": "", "name": "a", "provider": "p", "references": {}, "source": {"at": "/0", "input": 0}, "suspicious": [], "type": "azurerm_kubernetes_cluster", "unchanged": false, "unknown": ["private_cluster_enabled"]}]}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
	count(findings) == 0
}
