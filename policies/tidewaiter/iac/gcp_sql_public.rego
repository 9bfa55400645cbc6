# METADATA
# scope: package
# title: Database reachable from everywhere
# description: >-
#   A database lets everybody in, or has a public address.
# custom:
#   id: iac.gcp_sql_public
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Use a private address, and name the networks."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#   equivalents:
#     checkov: ["CKV_GCP_11", "CKV_GCP_60"]
#     regula: ["FG_R00434", "FG_R435"]
#     trivy: ["AVD-GCP-0017"]
package tidewaiter.iac.gcp_sql_public

import data.tidewaiter.lib.plan

configurations(r) := [c | some s in r.after.settings; some c in s.ip_configuration]

deny contains finding if {
	some r in plan.resources("google_sql_database_instance")
	some configuration in configurations(r)
	some network in configuration.authorized_networks
	network.value in {"0.0.0.0/0", "::/0"}
	finding := plan.finding("iac.gcp_sql_public", r, sprintf("%s lets everybody in", [r.address]), "authorized_networks")
}

deny contains finding if {
	some r in plan.resources("google_sql_database_instance")
	some configuration in configurations(r)
	configuration.ipv4_enabled == true
	found := plan.finding("iac.gcp_sql_public", r, sprintf("%s has a public address", [r.address]), "ipv4_enabled")
	finding := object.union(found, {"enforcement": "soft"})
}
