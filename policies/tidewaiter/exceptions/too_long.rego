# METADATA
# scope: package
# title: Waiver that lasts too long
# description: >-
#   Duration over max for the severity.
# custom:
#   id: exceptions.too_long
#   severity: medium
#   enforcement: hard
#   parameters:
#     max_days: {default: {"critical": 14, "high": 30, "medium": 90, "low": 180, "info": 180}, description: "Days that a waiver may last, by severity."}
#   remediation: "Shorten."
#   since: 0.1.0
#   controls:
#     fedramp: ["VDR-TFR-MAV"]
#     nist-800-53: ["CA-5"]
package tidewaiter.exceptions.too_long

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
