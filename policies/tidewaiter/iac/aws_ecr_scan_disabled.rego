# METADATA
# scope: package
# title: Repository without scans
# description: >-
#   Images are not scanned when they are pushed.
# custom:
#   id: iac.aws_ecr_scan_disabled
#   severity: low
#   enforcement: soft
#   needs: [iac]
#   remediation: "Scan on push, or configure scanning for the registry."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["RA-5"]
#   equivalents:
#     checkov: ["CKV_AWS_163"]
#     trivy: ["AVD-AWS-0030"]
package tidewaiter.iac.aws_ecr_scan_disabled

import data.tidewaiter.lib.plan

registry if count(plan.resources("aws_ecr_registry_scanning_configuration")) > 0

scanned(r) if {
	some block in r.after.image_scanning_configuration
	block.scan_on_push == true
}

scanned(r) if plan.is_unknown(r, "image_scanning_configuration")

deny contains finding if {
	some r in plan.resources("aws_ecr_repository")
	not registry
	not scanned(r)
	finding := plan.finding("iac.aws_ecr_scan_disabled", r, sprintf("images pushed to %s are not scanned", [r.address]), "image_scanning_configuration")
}
