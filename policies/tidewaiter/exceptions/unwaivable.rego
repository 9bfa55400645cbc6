# METADATA
# scope: package
# title: Waiver of what cannot be waived
# description: >-
#   Waiver names an unwaivable rule.
# custom:
#   id: exceptions.unwaivable
#   severity: high
#   enforcement: hard
#   unwaivable: true
#   remediation: "Remove it."
#   since: 0.1.0
#   controls:
#     soc2: ["CC8.1"]
package tidewaiter.exceptions.unwaivable

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
