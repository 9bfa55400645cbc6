# METADATA
# scope: package
# title: Waiver of everything
# description: >-
#   No scope beyond the rule, or wildcard component without subject.
# custom:
#   id: exceptions.too_broad
#   severity: medium
#   enforcement: hard
#   remediation: "Narrow the scope."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AC-6"]
package tidewaiter.exceptions.too_broad

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
