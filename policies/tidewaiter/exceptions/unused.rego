# METADATA
# scope: package
# title: Unused waiver
# description: >-
#   Matched nothing in this run.
# custom:
#   id: exceptions.unused
#   severity: info
#   enforcement: soft
#   remediation: "Delete if it stays unused."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CA-7"]
package tidewaiter.exceptions.unused

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
