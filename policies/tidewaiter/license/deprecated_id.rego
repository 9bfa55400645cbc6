# METADATA
# scope: package
# title: Deprecated license id
# description: >-
#   Deprecated SPDX id.
# custom:
#   id: license.deprecated_id
#   severity: info
#   enforcement: off
#   needs: [sbom]
#   parameters:
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Use the current id."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["6.1"]
package tidewaiter.license.deprecated_id

parameters := data.tidewaiter.parameters["license.deprecated_id"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

expressions contains l.expression if {
	some l in input.licenses
	asked(l)
	count(l.deprecated) > 0
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
		"rule": "license.deprecated_id",
		"message": sprintf("%d components state a deprecated license id for %s", [count(components), expression]),
		"target": {"license": expression},
		"data": {"count": count(components), "components": array.slice(components, 0, 20)},
	}
}
