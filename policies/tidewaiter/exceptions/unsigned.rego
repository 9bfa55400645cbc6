# METADATA
# scope: package
# title: Waivers from an unprotected place
# description: >-
#   Waiver file not from the protected source or without verified signature.
# custom:
#   id: exceptions.unsigned
#   severity: medium
#   enforcement: off
#   parameters:
#     required: {default: false, description: "Waivers need `context.waivers_protected: true`, set where the gate runs on a protected branch."}
#   remediation: "Keep waivers in the protected policy repository."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["AU-10"]
package tidewaiter.exceptions.unsigned

# Waivers meet findings after all rules were asked; the decision makes the findings of this rule.
deny := set()
