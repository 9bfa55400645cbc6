# METADATA
# scope: package
# title: Cluster reachable from everywhere
# description: >-
#   Everybody can reach the control plane of a cluster.
# custom:
#   id: iac.aws_eks_public_endpoint
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Switch the public endpoint off, or name the addresses."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-7"]
#   equivalents:
#     checkov: ["CKV_AWS_39", "CKV_AWS_38"]
#     trivy: ["AVD-AWS-0040", "AVD-AWS-0041"]
package tidewaiter.iac.aws_eks_public_endpoint

import data.tidewaiter.lib.plan

open(config) if {
	not config.endpoint_public_access == false
	count(object.get(config, "public_access_cidrs", [])) == 0
}

open(config) if {
	not config.endpoint_public_access == false
	config.public_access_cidrs == null
}

open(config) if {
	not config.endpoint_public_access == false
	some block in config.public_access_cidrs
	block in {"0.0.0.0/0", "::/0"}
}

deny contains finding if {
	some r in plan.resources("aws_eks_cluster")
	some config in r.after.vpc_config
	open(config)
	not plan.is_unknown(r, "vpc_config.public_access_cidrs")
	not plan.is_unknown(r, "vpc_config.endpoint_public_access")
	finding := plan.finding("iac.aws_eks_public_endpoint", r, sprintf("everybody can reach the control plane of %s", [r.address]), "vpc_config")
}
