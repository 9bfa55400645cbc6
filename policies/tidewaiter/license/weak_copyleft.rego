# METADATA
# scope: package
# title: Weak copyleft
# description: >-
#   Weak copyleft present.
# custom:
#   id: license.weak_copyleft
#   severity: low
#   enforcement: off
#   needs: [sbom]
#   parameters:
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Meet file-level or library obligations."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-10(1)"]
package tidewaiter.license.weak_copyleft

parameters := data.tidewaiter.parameters["license.weak_copyleft"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

obliges(t) if t.category in {"weak-copyleft-file", "weak-copyleft-library"}

unavoidable(l) if {
	count(l.alternatives) > 0
	every alternative in l.alternatives {
		some t in alternative
		obliges(t)
	}
}

expressions contains l.expression if {
	some l in input.licenses
	asked(l)
	unavoidable(l)
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
		"rule": "license.weak_copyleft",
		"message": sprintf("%d components are under %s, which asks for their own changes", [count(components), expression]),
		"target": {"license": expression},
		"data": {"count": count(components), "components": array.slice(components, 0, 20)},
	}
}
