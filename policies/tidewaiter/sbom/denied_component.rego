# METADATA
# scope: package
# title: Denied component
# description: >-
#   A component is on the deny list.
# custom:
#   id: sbom.denied_component
#   severity: high
#   enforcement: hard
#   needs: [sbom]
#   parameters:
#     deny: {default: [], description: "Package URLs, or `{purl, range, reason}`; a version or `vers:` range narrows them."}
#   remediation: "Remove or replace."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-7(5)"]
#     s2c2f: ["ING-3"]
package tidewaiter.sbom.denied_component

import data.tidewaiter.lib

deny contains finding if {
	some found in input.index.denied_components
	not found.undecidable
	finding := {
		"rule": "sbom.denied_component",
		"message": sprintf("%s is denied by %s%s", [found.component, found.entry, lib.because(found.reason)]),
		"target": {"component": found.component, "entry": found.entry},
	}
}

deny contains finding if {
	some found in input.index.denied_components
	found.undecidable
	finding := {
		"rule": "sbom.denied_component",
		"message": sprintf("nobody can tell whether %s is denied by %s: its version is not comparable", [found.component, found.entry]),
		"target": {"component": found.component, "entry": found.entry},
		"error": true,
	}
}
