# METADATA
# scope: package
# title: Waiver of an unknown rule
# description: >-
#   Rule id does not exist (typo).
# custom:
#   id: exceptions.unknown_rule
#   severity: low
#   enforcement: hard
#   remediation: "Correct the id; suggest nearest."
#   since: 0.1.0
package tidewaiter.exceptions.unknown_rule

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
