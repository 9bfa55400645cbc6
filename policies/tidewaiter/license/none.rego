# METADATA
# scope: package
# title: No license granted
# description: >-
#   Declared or concluded NONE.
# custom:
#   id: license.none
#   severity: high
#   enforcement: hard
#   needs: [sbom]
#   parameters:
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "No license granted: remove or obtain permission."
#   since: 0.1.0
#   controls:
#     iso-27001: ["A.5.32"]
package tidewaiter.license.none

parameters := data.tidewaiter.parameters["license.none"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

deny contains finding if {
	some l in input.licenses
	l.state == "none"
	asked(l)
	some component in l.components
	not exempted(component)
	finding := {
		"rule": "license.none",
		"message": sprintf("%s is said to have no license, so nobody may use it", [component]),
		"target": {"component": component},
	}
}
