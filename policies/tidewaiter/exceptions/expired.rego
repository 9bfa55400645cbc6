# METADATA
# scope: package
# title: Expired waiver
# description: >-
#   Waiver matches a finding but expires ≤ now (the finding itself counts again).
# custom:
#   id: exceptions.expired
#   severity: medium
#   enforcement: hard
#   remediation: "Fix or renew with a new decision."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CA-5"]
#     soc2: ["CC4.2"]
package tidewaiter.exceptions.expired

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
