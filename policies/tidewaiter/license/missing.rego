# METADATA
# scope: package
# title: Packages without license
# description: >-
#   No license after all sources, package-like component.
# custom:
#   id: license.missing
#   severity: medium
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max_ratio: {default: 0.05, description: "The share of packages that is tolerated."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Determine the license; absence means no permission."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["16"]
#     s2c2f: ["SCA-2"]
package tidewaiter.license.missing

parameters := data.tidewaiter.parameters["license.missing"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

components contains component if {
	some l in input.licenses
	l.state == "missing"
	asked(l)
	some component in l.components
	not exempted(component)
}

deny contains finding if {
	count(components) > input.index.packages * parameters.max_ratio
	finding := {
		"rule": "license.missing",
		"message": sprintf("%d of %d packages have no license in any document: %s", [count(components), input.index.packages, concat(", ", array.slice(sort(components), 0, 5))]),
		"target": {"license": "missing"},
		"data": {"count": count(components), "components": array.slice(sort(components), 0, 20)},
	}
}
