# METADATA
# scope: package
# title: Instance metadata without token
# description: >-
#   An instance gives its credentials to whoever can make it send a request.
# custom:
#   id: iac.aws_imds_v1
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Set http_tokens to required."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-3"]
#   equivalents:
#     checkov: ["CKV_AWS_79"]
#     trivy: ["AVD-AWS-0028", "AVD-AWS-0130"]
package tidewaiter.iac.aws_imds_v1

import data.tidewaiter.lib.plan

strict(r) if {
	some block in r.after.metadata_options
	block.http_tokens == "required"
}

strict(r) if {
	some block in r.after.metadata_options
	block.http_endpoint == "disabled"
}

strict(r) if plan.is_unknown(r, "metadata_options")

deny contains finding if {
	some kind in ["aws_instance", "aws_launch_template", "aws_launch_configuration"]
	some r in plan.resources(kind)
	not strict(r)
	finding := plan.finding("iac.aws_imds_v1", r, sprintf("%s answers metadata requests without a token", [r.address]), "metadata_options")
}
