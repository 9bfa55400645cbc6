# METADATA
# scope: package
# title: Component without support
# description: >-
#   End_of_support < now (hard) or within notice.
# custom:
#   id: sbom.component_end_of_life
#   severity: medium
#   enforcement: soft
#   parameters:
#     notice_days: {default: 90, description: "Days before the end from which there is a warning."}
#   remediation: "Upgrade to a supported line."
#   since: 0.1.0
#   controls:
#     fda-524b: ["SBOM"]
#     nist-800-53: ["SA-22"]
#     nist-csf: ["ID.AM-08"]
#     s2c2f: ["SCA-3"]
package tidewaiter.sbom.component_end_of_life

parameters := data.tidewaiter.parameters["sbom.component_end_of_life"]

softened(row) := {} if row.days_left < 0

softened(row) := {"enforcement": "soft"} if row.days_left >= 0

verb(row) := "ended" if row.days_left < 0

verb(row) := "ends" if row.days_left >= 0

deny contains finding if {
	some row in input.index.support
	row.days_left < parameters.notice_days
	finding := object.union(
		{
			"rule": "sbom.component_end_of_life",
			"message": sprintf("support of %s %s on %s", [row.component, verb(row), row.end]),
			"target": {"component": row.component},
			"data": {"end_of_support": row.end},
		},
		softened(row),
	)
}
