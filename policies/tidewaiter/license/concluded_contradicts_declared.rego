# METADATA
# scope: package
# title: Concluded license contradicts the declared one
# description: >-
#   Sets of permitted outcomes differ.
# custom:
#   id: license.concluded_contradicts_declared
#   severity: medium
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Review the conclusion."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["3.2.8"]
package tidewaiter.license.concluded_contradicts_declared

parameters := data.tidewaiter.parameters["license.concluded_contradicts_declared"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

ids(l) := {names |
	some alternative in l.alternatives
	names := {t.id | some t in alternative}
}

deny contains finding if {
	some l in input.licenses
	asked(l)
	count(l.declared.alternatives) > 0
	count(l.alternatives) > 0
	ids(l) != ids(l.declared)
	finding := {
		"rule": "license.concluded_contradicts_declared",
		"message": sprintf("%d components are declared as %s and concluded as %s", [count(l.components), l.declared.expression, l.expression]),
		"target": {"license": l.expression, "declared": l.declared.expression},
		"data": {"components": array.slice(l.components, 0, 20)},
	}
}
