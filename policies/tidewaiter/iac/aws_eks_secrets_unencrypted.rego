# METADATA
# scope: package
# title: Cluster secrets without customer key
# description: >-
#   Secrets of a cluster are not encrypted with a customer key.
# custom:
#   id: iac.aws_eks_secrets_unencrypted
#   severity: low
#   enforcement: soft
#   needs: [iac]
#   remediation: "Add an encryption_config for secrets."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28"]
#   equivalents:
#     checkov: ["CKV_AWS_58"]
#     trivy: ["AVD-AWS-0039"]
package tidewaiter.iac.aws_eks_secrets_unencrypted

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_eks_cluster")
	count(object.get(r.after, "encryption_config", [])) == 0
	not plan.is_unknown(r, "encryption_config")
	finding := plan.finding("iac.aws_eks_secrets_unencrypted", r, sprintf("secrets of %s are not encrypted with a key of yours", [r.address]), "encryption_config")
}
