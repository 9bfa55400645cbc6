# METADATA
# scope: package
# title: Volume not encrypted
# description: >-
#   A volume is not encrypted, and the plan does not encrypt volumes by default.
# custom:
#   id: iac.aws_ebs_unencrypted
#   severity: high
#   enforcement: soft
#   needs: [iac]
#   remediation: "Set encrypted, or encrypt volumes by default."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-28(1)"]
#   equivalents:
#     checkov: ["CKV_AWS_3", "CKV_AWS_8"]
#     regula: ["FG_R00016"]
#     trivy: ["AVD-AWS-0026", "AVD-AWS-0131", "AVD-AWS-0008"]
package tidewaiter.iac.aws_ebs_unencrypted

import data.tidewaiter.lib.plan

by_default if {
	some r in plan.resources("aws_ebs_encryption_by_default")
	not plan.is_false(r, "enabled")
}

by_default if input.context.ebs_encryption_by_default == true

blocks := ["root_block_device", "ebs_block_device", "block_device_mappings"]

bare(r) if {
	some block in blocks
	some device in r.after[block]
	not device.encrypted == true
	not device.ebs
	not plan.is_unknown(r, block)
}

bare(r) if {
	some device in r.after.block_device_mappings
	some ebs in device.ebs
	not ebs.encrypted == true
	not ebs.encrypted == "true"
	not plan.is_unknown(r, "block_device_mappings")
}

deny contains finding if {
	some r in plan.resources("aws_ebs_volume")
	not by_default
	plan.not_true(r, "encrypted")
	not plan.present(r, "snapshot_id")
	finding := plan.finding("iac.aws_ebs_unencrypted", r, sprintf("%s is not encrypted", [r.address]), "encrypted")
}

deny contains finding if {
	some kind in ["aws_instance", "aws_launch_template", "aws_launch_configuration"]
	some r in plan.resources(kind)
	not by_default
	bare(r)
	finding := plan.finding("iac.aws_ebs_unencrypted", r, sprintf("a volume of %s is not encrypted", [r.address]), "block_device")
}
