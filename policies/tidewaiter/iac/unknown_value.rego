# METADATA
# scope: package
# title: Value known only after apply
# description: >-
#   An attribute that a rule asks for is not known before the plan is applied. It is neither a pass nor a failure.
# custom:
#   id: iac.unknown_value
#   severity: low
#   enforcement: soft
#   needs: [iac]
#   remediation: "Give the value in the configuration, or check the resource after it was applied."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-6"]
package tidewaiter.iac.unknown_value

asked := {"acl", "allow_nested_items_to_be_public", "assume_role_policy", "at_rest_encryption_enabled", "block_public_acls", "block_public_policy", "cidr_blocks", "cidr_ipv4", "cidr_ipv6", "container_access_type", "encrypted", "ignore_public_acls", "ingress", "ipv6_cidr_blocks", "member", "members", "min_tls_version", "policy", "public_network_access_enabled", "publicly_accessible", "restrict_public_buckets", "source_address_prefix", "source_ranges", "storage_encrypted", "transit_encryption_enabled"}

deny contains finding if {
	some row in input.infrastructure.plan.unknown
	some attribute in row.attributes
	some part in split(attribute, ".")
	part in asked
	finding := {
		"rule": "iac.unknown_value",
		"message": sprintf("%s of %s will be known only after the plan is applied", [attribute, row.address]),
		"target": {"resource": row.address, "attribute": attribute},
		"sources": [row.source],
	}
}
