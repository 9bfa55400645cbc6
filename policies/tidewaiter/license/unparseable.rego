# METADATA
# scope: package
# title: License texts that nobody understands
# description: >-
#   Expression invalid and no mapping.
# custom:
#   id: license.unparseable
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max_ratio: {default: 0.05, description: "The share of packages that is tolerated."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Use an SPDX expression."
#   since: 0.1.0
#   controls:
#     bsi-tr-03183-2: ["6.1"]
package tidewaiter.license.unparseable

parameters := data.tidewaiter.parameters["license.unparseable"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

components contains component if {
	some l in input.licenses
	l.state == "unparseable"
	asked(l)
	some component in l.components
	not exempted(component)
}

deny contains finding if {
	count(components) > input.index.packages * parameters.max_ratio
	finding := {
		"rule": "license.unparseable",
		"message": sprintf("%d of %d packages have a license text that is no SPDX expression and no known name: %s", [count(components), input.index.packages, concat(", ", array.slice(sort(components), 0, 5))]),
		"target": {"license": "unparseable"},
		"data": {"count": count(components), "components": array.slice(sort(components), 0, 20)},
	}
}
