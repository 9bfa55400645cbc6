# METADATA
# scope: package
# title: Strong copyleft
# description: >-
#   Unavoidable strong copyleft in a distributed, statically linked or bundled component.
# custom:
#   id: license.strong_copyleft
#   severity: high
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     linking_unknown_as: {default: "linked", description: "`linked` or `separate`: what a component counts as of which nobody says how it is used."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Confirm linking, offer source, or replace."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-10(1)"]
package tidewaiter.license.strong_copyleft

parameters := data.tidewaiter.parameters["license.strong_copyleft"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

obliges(t) if t.category == "strong-copyleft"

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
	parameters.linking_unknown_as == "linked"
	input.subject.distribution in {"distributed", "unknown"}
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
		"rule": "license.strong_copyleft",
		"message": sprintf("%d components are under %s, which covers what is linked with them", [count(components), expression]),
		"target": {"license": expression},
		"data": {"count": count(components), "components": array.slice(components, 0, 20)},
	}
}
