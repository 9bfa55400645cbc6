# METADATA
# scope: package
# title: Queue or topic not encrypted
# description: >-
#   Messages of a queue or topic are not encrypted at rest.
# custom:
#   id: iac.aws_queue_topic_unencrypted
#   severity: low
#   enforcement: soft
#   needs: [iac]
#   remediation: "Name a key, or leave the managed encryption on."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28"]
#   equivalents:
#     checkov: ["CKV_AWS_27", "CKV_AWS_26"]
#     regula: ["FG_R00070"]
#     trivy: ["AVD-AWS-0096", "AVD-AWS-0095"]
package tidewaiter.iac.aws_queue_topic_unencrypted

import data.tidewaiter.lib.plan

deny contains finding if {
	some r in plan.resources("aws_sqs_queue")
	plan.is_false(r, "sqs_managed_sse_enabled")
	plan.absent(r, "kms_master_key_id")
	finding := plan.finding("iac.aws_queue_topic_unencrypted", r, sprintf("%s is not encrypted", [r.address]), "sqs_managed_sse_enabled")
}

deny contains finding if {
	some r in plan.resources("aws_sns_topic")
	plan.absent(r, "kms_master_key_id")
	finding := plan.finding("iac.aws_queue_topic_unencrypted", r, sprintf("%s has no key", [r.address]), "kms_master_key_id")
}
