# METADATA
# scope: package
# title: Public bucket ACL
# description: >-
#   An access control list lets everybody read or write the bucket.
# custom:
#   id: iac.aws_s3_public_acl
#   severity: high
#   enforcement: hard
#   needs: [iac]
#   remediation: "Use a private ACL, and block public ACLs."
#   since: 0.1.0
#   controls:
#     iso-27001: ["A.8.3"]
#     nist-800-53: ["AC-3"]
#     pci-dss: ["1.4.2"]
#   equivalents:
#     checkov: ["CKV_AWS_20", "CKV_AWS_57", "CKV_AWS_375"]
#     regula: ["FG_R00277"]
#     trivy: ["AVD-AWS-0092"]
package tidewaiter.iac.aws_s3_public_acl

import data.tidewaiter.lib.plan

blocks := [b | some b in plan.resources("aws_s3_bucket_public_access_block"); not plan.is_false(b, "ignore_public_acls")]

shielded := plan.pointed(blocks, "bucket")

everybody := {"http://acs.amazonaws.com/groups/global/AllUsers", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"}

public(r) if r.after.acl in {"public-read", "public-read-write", "authenticated-read"}

public(r) if {
	some policy in r.after.access_control_policy
	some grant in policy.grant
	some grantee in grant.grantee
	grantee.uri in everybody
}

public(r) if {
	some grant in r.after.grant
	grant.uri in everybody
}

neutralised(r) if {
	some name in plan.names(r)
	name in shielded
}

neutralised(r) if {
	some name in plan.points(r, "bucket")
	name in shielded
}

deny contains finding if {
	some kind in ["aws_s3_bucket", "aws_s3_bucket_acl"]
	some r in plan.resources(kind)
	public(r)
	not neutralised(r)
	finding := plan.finding("iac.aws_s3_public_acl", r, sprintf("%s can be read by everybody", [r.address]), "acl")
}
