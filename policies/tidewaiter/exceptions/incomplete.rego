# METADATA
# scope: package
# title: Incomplete waiver
# description: >-
#   Owner, approver, reason, created or expires missing; reason too short.
# custom:
#   id: exceptions.incomplete
#   severity: medium
#   enforcement: hard
#   parameters:
#     min_reason: {default: 20, description: "Characters that a reason has to have."}
#   remediation: "Complete the record."
#   since: 0.1.0
#   controls:
#     iso-27001: ["A.5.36"]
#     soc2: ["CC8.1"]
package tidewaiter.exceptions.incomplete

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
