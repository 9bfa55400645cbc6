# METADATA
# scope: package
# title: License that does not fit the product's
# description: >-
#   Component license incompatible with the product's outbound license.
# custom:
#   id: license.incompatible_outbound
#   severity: high
#   enforcement: off
#   needs: [sbom]
#   parameters:
#     outbound: {default: null, description: "The license under which the product is given to others."}
#     matrix: {default: {"Apache-2.0": ["network-copyleft", "source-available", "strong-copyleft"], "BSD-3-Clause": ["network-copyleft", "source-available", "strong-copyleft"], "GPL-2.0-only": ["AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-2.0", "CDDL-1.0", "EPL-1.0", "EPL-2.0", "GPL-3.0-only", "GPL-3.0-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MPL-1.1", "source-available"], "GPL-3.0-only": ["CDDL-1.0", "EPL-1.0", "GPL-2.0-only", "MPL-1.1", "source-available"], "GPL-3.0-or-later": ["CDDL-1.0", "EPL-1.0", "GPL-2.0-only", "MPL-1.1", "source-available"], "LicenseRef-proprietary": ["network-copyleft", "source-available", "strong-copyleft"], "MIT": ["network-copyleft", "source-available", "strong-copyleft"], "MPL-2.0": ["network-copyleft", "source-available", "strong-copyleft"]}, description: "Outbound license → ids and categories that do not fit it."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Change component or outbound license."
#   since: 0.1.0
#   controls:
#     osps: ["LE-02.02"]
package tidewaiter.license.incompatible_outbound

parameters := data.tidewaiter.parameters["license.incompatible_outbound"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

incompatible := parameters.matrix[parameters.outbound]

clashes(t) if t.id in incompatible

clashes(t) if t.category in incompatible

unfit(l) if {
	count(l.alternatives) > 0
	every alternative in l.alternatives {
		some t in alternative
		clashes(t)
	}
}

deny contains finding if {
	some l in input.licenses
	asked(l)
	unfit(l)
	some component in l.components
	not exempted(component)
	finding := {
		"rule": "license.incompatible_outbound",
		"message": sprintf("%s is under %s, which does not fit a product under %s", [component, l.expression, parameters.outbound]),
		"target": {"component": component, "license": l.expression},
	}
}

deny contains finding if {
	is_string(parameters.outbound)
	not incompatible
	finding := {
		"rule": "license.incompatible_outbound",
		"message": sprintf("nobody has written down what fits a product under %s", [parameters.outbound]),
		"target": {"license": parameters.outbound},
		"error": true,
	}
}
