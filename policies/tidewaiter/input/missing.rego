# METADATA
# title: Missing evidence
# custom:
#   id: input.missing
#   severity: high
#   enforcement: hard
#   parameters:
#     expected: {default: [sbom, vulnerabilities], description: Kinds of evidence without which there is no pass.}
package tidewaiter.input.missing

deny := set()
