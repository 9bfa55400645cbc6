package tidewaiter.iac.destructive_change_test

import data.tidewaiter.iac.destructive_change

test_fires if {
	findings := destructive_change.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [{"action": "delete", "address": "aws_db_instance.a", "source": {"at": "/0", "input": 0}, "type": "aws_db_instance"}], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.destructive_change": {"types": ["aws_db_*", "aws_docdb_cluster*", "aws_dynamodb_table", "aws_ebs_volume", "aws_efs_file_system", "aws_elasticache_*", "aws_kms_key", "aws_neptune_cluster*", "aws_rds_*", "aws_redshift_cluster", "aws_s3_bucket", "azurerm_cosmosdb_*", "azurerm_key_vault*", "azurerm_managed_disk", "azurerm_mssql_*", "azurerm_mysql_*", "azurerm_postgresql_*", "azurerm_sql_*", "azurerm_storage_account", "azurerm_storage_container", "google_bigquery_*", "google_bigtable_*", "google_compute_disk", "google_kms_*", "google_spanner_*", "google_sql_*", "google_storage_bucket"]}}
	count(findings) == 1
}

test_quiet if {
	findings := destructive_change.deny with input as {"context": null, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [{"action": "delete", "address": "aws_iam_role.a", "source": {"at": "/0", "input": 0}, "type": "aws_iam_role"}], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.destructive_change": {"types": ["aws_db_*", "aws_docdb_cluster*", "aws_dynamodb_table", "aws_ebs_volume", "aws_efs_file_system", "aws_elasticache_*", "aws_kms_key", "aws_neptune_cluster*", "aws_rds_*", "aws_redshift_cluster", "aws_s3_bucket", "azurerm_cosmosdb_*", "azurerm_key_vault*", "azurerm_managed_disk", "azurerm_mssql_*", "azurerm_mysql_*", "azurerm_postgresql_*", "azurerm_sql_*", "azurerm_storage_account", "azurerm_storage_container", "google_bigquery_*", "google_bigtable_*", "google_compute_disk", "google_kms_*", "google_spanner_*", "google_sql_*", "google_storage_bucket"]}}
	count(findings) == 0
}

test_quiet_where_approved if {
	findings := destructive_change.deny with input as {"context": {"destructive_change_approved": true}, "infrastructure": {"findings": [], "plan": {"ingress": [], "policies": [], "removed": [{"action": "replace", "address": "aws_db_instance.a", "source": {"at": "/0", "input": 0}, "type": "aws_db_instance"}], "resources": {}, "runs": [{"complete": true, "errored": false, "format_version": "1.2", "input": 0, "terraform_version": "1.9"}], "unknown": []}}}
		with data.tidewaiter.parameters as {"iac.destructive_change": {"types": ["aws_db_*", "aws_docdb_cluster*", "aws_dynamodb_table", "aws_ebs_volume", "aws_efs_file_system", "aws_elasticache_*", "aws_kms_key", "aws_neptune_cluster*", "aws_rds_*", "aws_redshift_cluster", "aws_s3_bucket", "azurerm_cosmosdb_*", "azurerm_key_vault*", "azurerm_managed_disk", "azurerm_mssql_*", "azurerm_mysql_*", "azurerm_postgresql_*", "azurerm_sql_*", "azurerm_storage_account", "azurerm_storage_container", "google_bigquery_*", "google_bigtable_*", "google_compute_disk", "google_kms_*", "google_spanner_*", "google_sql_*", "google_storage_bucket"]}}
	count(findings) == 0
}
