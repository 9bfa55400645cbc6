# METADATA
# scope: package
# title: Secret in settings of a resource
# description: >-
#   User data, an environment or a parameter holds what looks like a secret. Whoever may read the resource may read
#   it.
# custom:
#   id: iac.aws_user_data_secret
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Read the secret from a secret manager when the resource starts, and rotate it."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["IA-5(7)"]
#   equivalents:
#     checkov: ["CKV_AWS_46", "CKV_AWS_45"]
#     trivy: ["AVD-AWS-0029"]
package tidewaiter.iac.aws_user_data_secret

import data.tidewaiter.lib.plan

deny contains finding if {
	some list in input.infrastructure.plan.resources
	some r in list
	some attribute in r.suspicious
	finding := plan.finding("iac.aws_user_data_secret", r, sprintf("%s of %s holds what looks like a secret", [attribute, r.address]), attribute)
}
