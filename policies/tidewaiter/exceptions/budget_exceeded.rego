# METADATA
# scope: package
# title: Too many waivers
# description: >-
#   Active waivers for the subject > max, or share of findings waived > max.
# custom:
#   id: exceptions.budget_exceeded
#   severity: medium
#   enforcement: soft
#   parameters:
#     max: {default: 25, description: "Waivers that may be in force."}
#     max_ratio: {default: 0.5, description: "The share of findings that may be waived."}
#   remediation: "Reduce the backlog."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CA-7"]
package tidewaiter.exceptions.budget_exceeded

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
