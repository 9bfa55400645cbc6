# METADATA
# scope: package
# title: Waiver from the future
# description: >-
#   Created > now.
# custom:
#   id: exceptions.future_created
#   severity: medium
#   enforcement: hard
#   remediation: "Correct the date."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AU-10"]
package tidewaiter.exceptions.future_created

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
