# METADATA
# scope: package
# title: License outside the SPDX list
# description: >-
#   LicenseRef not in the reviewed list.
# custom:
#   id: license.custom_unreviewed
#   severity: medium
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     reviewed: {default: [], description: "LicenseRefs that somebody has read."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Have it reviewed."
#   since: 0.1.0
#   controls:
#     iso-27001: ["A.5.32"]
package tidewaiter.license.custom_unreviewed

parameters := data.tidewaiter.parameters["license.custom_unreviewed"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

custom contains t.id if {
	some l in input.licenses
	asked(l)
	some alternative in l.alternatives
	some t in alternative
	t.custom
}

carriers(id) := sort({component |
	some l in input.licenses
	asked(l)
	some alternative in l.alternatives
	some t in alternative
	t.id == id
	some component in l.components
	not exempted(component)
})

deny contains finding if {
	some id in custom
	not id in parameters.reviewed
	components := carriers(id)
	count(components) > 0
	finding := {
		"rule": "license.custom_unreviewed",
		"message": sprintf("%d components are under %s, which nobody has reviewed", [count(components), id]),
		"target": {"license": id},
		"data": {"components": array.slice(components, 0, 20)},
	}
}
