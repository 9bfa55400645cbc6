# METADATA
# scope: package
# title: Cluster reachable from everywhere
# description: >-
#   Everybody can reach the control plane of a cluster.
# custom:
#   id: iac.gcp_gke_public_control_plane
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Use a private endpoint, or name the networks."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#   equivalents:
#     checkov: ["CKV_GCP_18", "CKV_GCP_20"]
#     trivy: ["AVD-GCP-0053", "AVD-GCP-0061"]
package tidewaiter.iac.gcp_gke_public_control_plane

import data.tidewaiter.lib.plan

private(r) if {
	some config in r.after.private_cluster_config
	config.enable_private_endpoint == true
}

narrowed(r) if {
	some config in r.after.master_authorized_networks_config
	every block in config.cidr_blocks {
		not block.cidr_block in {"0.0.0.0/0", "::/0"}
	}
}

undecided(r) if {
	some attribute in ["private_cluster_config", "master_authorized_networks_config"]
	plan.is_unknown(r, attribute)
}

deny contains finding if {
	some r in plan.resources("google_container_cluster")
	not private(r)
	not narrowed(r)
	not undecided(r)
	finding := plan.finding("iac.gcp_gke_public_control_plane", r, sprintf("everybody can reach the control plane of %s", [r.address]), "master_authorized_networks_config")
}
