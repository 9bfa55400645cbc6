# METADATA
# scope: package
# title: Data may be destroyed
# description: >-
#   The plan deletes or replaces a resource that holds data, and nobody has approved it.
# custom:
#   id: iac.destructive_change
#   severity: high
#   enforcement: soft
#   needs: [iac]
#   parameters:
#     types: {default: ["aws_db_*", "aws_docdb_cluster*", "aws_dynamodb_table", "aws_ebs_volume", "aws_efs_file_system", "aws_elasticache_*", "aws_kms_key", "aws_neptune_cluster*", "aws_rds_*", "aws_redshift_cluster", "aws_s3_bucket", "azurerm_cosmosdb_*", "azurerm_key_vault*", "azurerm_managed_disk", "azurerm_mssql_*", "azurerm_mysql_*", "azurerm_postgresql_*", "azurerm_sql_*", "azurerm_storage_account", "azurerm_storage_container", "google_bigquery_*", "google_bigtable_*", "google_compute_disk", "google_kms_*", "google_spanner_*", "google_sql_*", "google_storage_bucket"], description: "Types of resources that hold data; a star at the end stands for anything."}
#   remediation: "Approve the change with `context.destructive_change_approved: true`, or keep the resource."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-3"]
#     soc2: ["CC8.1"]
package tidewaiter.iac.destructive_change

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["iac.destructive_change"]

approved if input.context.destructive_change_approved == true

deny contains finding if {
	some row in input.infrastructure.plan.removed
	lib.any_match(parameters.types, row.type)
	not approved
	finding := {
		"rule": "iac.destructive_change",
		"message": sprintf("%s will be %sd", [row.address, row.action]),
		"target": {"resource": row.address},
		"sources": [row.source],
	}
}
