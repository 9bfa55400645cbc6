# METADATA
# scope: package
# title: Waiver that its owner approved
# description: >-
#   Approver = owner or author of the change.
# custom:
#   id: exceptions.self_approved
#   severity: medium
#   enforcement: hard
#   remediation: "Independent approval."
#   since: 0.1.0
#   controls:
#     pci-dss: ["6.5.1"]
#     soc2: ["CC8.1"]
package tidewaiter.exceptions.self_approved

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
