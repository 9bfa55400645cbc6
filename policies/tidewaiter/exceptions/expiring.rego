# METADATA
# scope: package
# title: Waiver that ends soon
# description: >-
#   Expires within notice.
# custom:
#   id: exceptions.expiring
#   severity: info
#   enforcement: soft
#   parameters:
#     notice_days: {default: 14, description: "Days before the end from which there is a warning."}
#   remediation: "Plan the fix."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CA-5"]
package tidewaiter.exceptions.expiring

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
