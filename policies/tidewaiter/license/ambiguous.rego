# METADATA
# scope: package
# title: Ambiguous license name
# description: >-
#   Name maps to several ids (BSD, GPL).
# custom:
#   id: license.ambiguous
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Clarify."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["6.1"]
package tidewaiter.license.ambiguous

parameters := data.tidewaiter.parameters["license.ambiguous"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

expressions contains l.expression if {
	some l in input.licenses
	asked(l)
	l.state == "ambiguous"
}

carriers(expression) := sort({component |
	some l in input.licenses
	l.expression == expression
	asked(l)
	some component in l.components
	not exempted(component)
})

deny contains finding if {
	some expression in expressions
	components := carriers(expression)
	count(components) > 0
	finding := {
		"rule": "license.ambiguous",
		"message": sprintf("%d components are under %s, which may be one of several licenses", [count(components), expression]),
		"target": {"license": expression},
		"data": {"count": count(components), "components": array.slice(components, 0, 20)},
	}
}
