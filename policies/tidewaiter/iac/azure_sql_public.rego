# METADATA
# scope: package
# title: Database reachable from everywhere
# description: >-
#   A database server has a public endpoint, or a firewall rule that lets everybody in.
# custom:
#   id: iac.azure_sql_public
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Use a private endpoint, and name the addresses."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#   equivalents:
#     checkov: ["CKV_AZURE_113", "CKV_AZURE_11"]
#     regula: ["FG_R00192", "FG_R221"]
#     trivy: ["AVD-AZU-0022", "AVD-AZU-0029"]
package tidewaiter.iac.azure_sql_public

import data.tidewaiter.lib.plan

deny contains finding if {
	some kind in ["azurerm_mssql_server", "azurerm_postgresql_server", "azurerm_mysql_server", "azurerm_mariadb_server"]
	some r in plan.resources(kind)
	plan.is_true(r, "public_network_access_enabled")
	finding := plan.finding("iac.azure_sql_public", r, sprintf("%s has a public endpoint", [r.address]), "public_network_access_enabled")
}

deny contains finding if {
	some kind in ["azurerm_mssql_firewall_rule", "azurerm_sql_firewall_rule", "azurerm_postgresql_firewall_rule", "azurerm_postgresql_flexible_server_firewall_rule", "azurerm_mysql_firewall_rule", "azurerm_mysql_flexible_server_firewall_rule", "azurerm_mariadb_firewall_rule"]
	some r in plan.resources(kind)
	r.after.start_ip_address == "0.0.0.0"
	r.after.end_ip_address == "255.255.255.255"
	finding := plan.finding("iac.azure_sql_public", r, sprintf("%s lets everybody in", [r.address]), "start_ip_address")
}
