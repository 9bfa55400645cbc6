# METADATA
# scope: package
# title: Bucket without TLS
# description: >-
#   No policy of the bucket denies requests without TLS.
# custom:
#   id: iac.aws_s3_tls_not_enforced
#   severity: low
#   enforcement: off
#   needs: [iac]
#   remediation: "Deny where aws:SecureTransport is false."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-8"]
#   equivalents:
#     checkov: ["CKV_AWS_379"]
#     regula: ["FG_R00100"]
package tidewaiter.iac.aws_s3_tls_not_enforced

import data.tidewaiter.lib.plan

strict contains p.address if {
	some p in input.infrastructure.plan.policies
	not p.allow
	"aws:securetransport" in p.condition_keys
}

guarded := plan.pointed([r | some r in plan.resources("aws_s3_bucket_policy"); r.address in strict], "bucket")

safe(r) if {
	some name in plan.names(r)
	name in guarded
}

safe(r) if r.address in strict

unresolved if {
	some r in plan.resources("aws_s3_bucket_policy")
	plan.is_unknown(r, "policy")
}

deny contains finding if {
	some r in plan.resources("aws_s3_bucket")
	not unresolved
	not safe(r)
	finding := plan.finding("iac.aws_s3_tls_not_enforced", r, sprintf("no policy denies access to %s without TLS", [r.address]), "policy")
}
