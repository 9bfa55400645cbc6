# METADATA
# scope: package
# title: License has changed
# description: >-
#   License differs from the previous approved version of the same component.
# custom:
#   id: license.changed
#   severity: medium
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     approved: {default: {}, description: "Package URL without version → the license that was approved."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Re-review relicensing."
#   since: 0.1.0
#   controls:
#     s2c2f: ["SCA-2"]
package tidewaiter.license.changed

parameters := data.tidewaiter.parameters["license.changed"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

unversioned(component) := split(component, "@")[0] if not startswith(component, "pkg:npm/@")

unversioned(component) := concat("", ["pkg:npm/@", split(substring(component, 9, -1), "@")[0]]) if startswith(component, "pkg:npm/@")

deny contains finding if {
	count(parameters.approved) > 0
	some l in input.licenses
	asked(l)
	some component in l.components
	approved := parameters.approved[unversioned(component)]
	approved != l.expression
	finding := {
		"rule": "license.changed",
		"message": sprintf("%s is under %s; %s was approved", [component, l.expression, approved]),
		"target": {"component": unversioned(component)},
	}
}
