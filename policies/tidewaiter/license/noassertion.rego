# METADATA
# scope: package
# title: Licenses that nobody looked for
# description: >-
#   Only NOASSERTION.
# custom:
#   id: license.noassertion
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max_ratio: {default: 0.1, description: "The share of packages that is tolerated."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Run a license scanner."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["16"]
#     telco-1.1: ["1.2-draft"]
package tidewaiter.license.noassertion

parameters := data.tidewaiter.parameters["license.noassertion"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

components contains component if {
	some l in input.licenses
	l.state == "noassertion"
	asked(l)
	some component in l.components
	not exempted(component)
}

deny contains finding if {
	count(components) > input.index.packages * parameters.max_ratio
	finding := {
		"rule": "license.noassertion",
		"message": sprintf("%d of %d packages have only NOASSERTION as license: %s", [count(components), input.index.packages, concat(", ", array.slice(sort(components), 0, 5))]),
		"target": {"license": "noassertion"},
		"data": {"count": count(components), "components": array.slice(sort(components), 0, 20)},
	}
}
