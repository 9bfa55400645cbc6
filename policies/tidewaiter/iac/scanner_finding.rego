# METADATA
# scope: package
# title: Finding of a scanner
# description: >-
#   Another scanner found a misconfiguration, and no rule of this pack judges the same over the plan.
# custom:
#   id: iac.scanner_finding
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   parameters:
#     min_severity: {default: "medium", description: "The severity from which findings count."}
#     unknown_as: {default: "medium", description: "The severity that an unknown one counts as."}
#   remediation: "Fix the resource, or accept the check in the scanner with a reason."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["1.5.3"]
#     fedramp: ["KSI-MLA-EVC"]
package tidewaiter.iac.scanner_finding

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["iac.scanner_finding"]

# Checks that a rule of this pack makes over the plan itself.
equivalents := {
	"AVD-AWS-0008", "AVD-AWS-0014", "AVD-AWS-0016", "AVD-AWS-0021", "AVD-AWS-0025", "AVD-AWS-0026", "AVD-AWS-0028", "AVD-AWS-0029",
	"AVD-AWS-0030", "AVD-AWS-0031", "AVD-AWS-0032", "AVD-AWS-0037", "AVD-AWS-0039", "AVD-AWS-0040", "AVD-AWS-0041", "AVD-AWS-0045",
	"AVD-AWS-0047", "AVD-AWS-0051", "AVD-AWS-0054", "AVD-AWS-0057", "AVD-AWS-0065", "AVD-AWS-0076", "AVD-AWS-0079", "AVD-AWS-0080",
	"AVD-AWS-0084", "AVD-AWS-0086", "AVD-AWS-0087", "AVD-AWS-0090", "AVD-AWS-0091", "AVD-AWS-0092", "AVD-AWS-0093", "AVD-AWS-0094",
	"AVD-AWS-0095", "AVD-AWS-0096", "AVD-AWS-0102", "AVD-AWS-0105", "AVD-AWS-0107", "AVD-AWS-0130", "AVD-AWS-0131", "AVD-AWS-0132",
	"AVD-AWS-0173", "AVD-AWS-0180", "AVD-AWS-0345", "AVD-AZU-0007", "AVD-AZU-0008", "AVD-AZU-0011", "AVD-AZU-0012", "AVD-AZU-0013",
	"AVD-AZU-0016", "AVD-AZU-0022", "AVD-AZU-0029", "AVD-AZU-0041", "AVD-AZU-0047", "AVD-AZU-0048", "AVD-AZU-0050", "AVD-AZU-0065",
	"AVD-GCP-0001", "AVD-GCP-0002", "AVD-GCP-0007", "AVD-GCP-0015", "AVD-GCP-0017", "AVD-GCP-0027", "AVD-GCP-0046", "AVD-GCP-0053",
	"AVD-GCP-0061", "AVD-GCP-0065", "AVD-GCP-0070", "AVD-GCP-0071", "AVD-GCP-0072", "CKV2_AWS_12", "CKV2_AWS_6", "CKV2_AZURE_47",
	"CKV2_GCP_12", "CKV2_GCP_3", "CKV2_GCP_6", "CKV2_GCP_9", "CKV_AWS_119", "CKV_AWS_145", "CKV_AWS_16", "CKV_AWS_163",
	"CKV_AWS_17", "CKV_AWS_19", "CKV_AWS_2", "CKV_AWS_20", "CKV_AWS_21", "CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_26",
	"CKV_AWS_260", "CKV_AWS_27", "CKV_AWS_274", "CKV_AWS_277", "CKV_AWS_29", "CKV_AWS_3", "CKV_AWS_30", "CKV_AWS_33",
	"CKV_AWS_355", "CKV_AWS_36", "CKV_AWS_375", "CKV_AWS_379", "CKV_AWS_38", "CKV_AWS_39", "CKV_AWS_42", "CKV_AWS_44",
	"CKV_AWS_45", "CKV_AWS_46", "CKV_AWS_51", "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "CKV_AWS_57",
	"CKV_AWS_58", "CKV_AWS_60", "CKV_AWS_61", "CKV_AWS_62", "CKV_AWS_63", "CKV_AWS_64", "CKV_AWS_67", "CKV_AWS_7",
	"CKV_AWS_70", "CKV_AWS_74", "CKV_AWS_79", "CKV_AWS_8", "CKV_AWS_87", "CKV_AWS_96", "CKV_AZURE_10", "CKV_AZURE_109",
	"CKV_AZURE_11", "CKV_AZURE_110", "CKV_AZURE_113", "CKV_AZURE_115", "CKV_AZURE_190", "CKV_AZURE_3", "CKV_AZURE_34", "CKV_AZURE_35",
	"CKV_AZURE_44", "CKV_AZURE_59", "CKV_AZURE_6", "CKV_AZURE_9", "CKV_GCP_11", "CKV_GCP_114", "CKV_GCP_115", "CKV_GCP_116",
	"CKV_GCP_117", "CKV_GCP_15", "CKV_GCP_18", "CKV_GCP_2", "CKV_GCP_20", "CKV_GCP_28", "CKV_GCP_29", "CKV_GCP_3",
	"CKV_GCP_43", "CKV_GCP_6", "CKV_GCP_60",
}

planned contains resource.address if {
	some list in input.infrastructure.plan.resources
	some resource in list
}

known(issue) if {
	issue.rule in equivalents
	issue.resource in planned
}

level(issue) := issue.level if not issue.level in {"unknown", "none"}

level(issue) := parameters.unknown_as if issue.level in {"unknown", "none"}

deny contains finding if {
	some issue in input.infrastructure.findings
	issue.status == "fail"
	lib.at_least(level(issue), parameters.min_severity)
	not known(issue)
	finding := {
		"rule": "iac.scanner_finding",
		"message": sprintf("%s: %s", [issue.rule, issue.message]),
		"target": {"check": issue.rule, "resource": lib.text(issue.resource), "path": lib.text(issue.path)},
		"severity": level(issue),
		"sources": [issue.source],
	}
}
