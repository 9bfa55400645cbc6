# METADATA
# scope: package
# title: Bucket without versions
# description: >-
#   The bucket keeps no earlier versions of its objects.
# custom:
#   id: iac.aws_s3_versioning
#   severity: low
#   enforcement: soft
#   needs: [iac]
#   remediation: "Enable versioning, or tag the bucket as ephemeral."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CP-9"]
#   equivalents:
#     checkov: ["CKV_AWS_21"]
#     regula: ["FG_R00101"]
#     trivy: ["AVD-AWS-0090"]
package tidewaiter.iac.aws_s3_versioning

import data.tidewaiter.lib.plan

enabled := [v |
	some v in plan.resources("aws_s3_bucket_versioning")
	maybe_enabled(v)
]

maybe_enabled(v) if {
	some block in v.after.versioning_configuration
	block.status == "Enabled"
}

maybe_enabled(v) if plan.is_unknown(v, "versioning_configuration")

versioned := plan.pointed(enabled, "bucket")

unresolved if {
	some v in enabled
	count(plan.points(v, "bucket")) == 0
}

kept(r) if {
	some name in plan.names(r)
	name in versioned
}

kept(r) if {
	some block in r.after.versioning
	block.enabled == true
}

kept(r) if {
	some name, value in r.after.tags
	lower(sprintf("%s=%s", [name, value])) in {"ephemeral=true", "lifecycle=ephemeral", "retention=ephemeral"}
}

deny contains finding if {
	some r in plan.resources("aws_s3_bucket")
	not unresolved
	not kept(r)
	finding := plan.finding("iac.aws_s3_versioning", r, sprintf("%s keeps no versions", [r.address]), "versioning")
}
