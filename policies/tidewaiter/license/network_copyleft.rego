# METADATA
# scope: package
# title: Network copyleft
# description: >-
#   Unavoidable AGPL-like license and distribution = saas or distributed.
# custom:
#   id: license.network_copyleft
#   severity: high
#   enforcement: hard
#   needs: [sbom]
#   parameters:
#     ids: {default: ["AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later", "CPAL-1.0", "EUPL-1.1", "EUPL-1.2", "OSL-1.0", "OSL-2.0", "OSL-2.1", "OSL-3.0", "SSPL-1.0"], description: "License ids beside those of the category network-copyleft."}
#     distribution_unknown_as: {default: "distributed", description: "What an unstated distribution counts as."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Replace, isolate with counsel approval, or obtain a commercial license."
#   since: 0.1.0
#   controls:
#     iso-27001: ["A.5.32"]
#     nist-800-53: ["CM-10(1)"]
package tidewaiter.license.network_copyleft

parameters := data.tidewaiter.parameters["license.network_copyleft"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

obliges(t) if t.id in parameters.ids

obliges(t) if t.category == "network-copyleft"

unavoidable(l) if {
	count(l.alternatives) > 0
	every alternative in l.alternatives {
		some t in alternative
		obliges(t)
	}
}

reach := input.subject.distribution if input.subject.distribution != "unknown"

reach := parameters.distribution_unknown_as if input.subject.distribution == "unknown"

deny contains finding if {
	reach in {"saas", "distributed"}
	some l in input.licenses
	asked(l)
	unavoidable(l)
	some component in l.components
	not exempted(component)
	finding := {
		"rule": "license.network_copyleft",
		"message": sprintf("%s is under %s, which obliges whoever serves users over a network", [component, l.expression]),
		"target": {"component": component, "license": l.expression},
		"data": {"alternatives": l.alternatives, "basis": l.basis},
	}
}
