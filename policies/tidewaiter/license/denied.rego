# METADATA
# scope: package
# title: Denied license
# description: >-
#   No permitted branch; a required license is in deny.
# custom:
#   id: license.denied
#   severity: high
#   enforcement: hard
#   needs: [sbom]
#   parameters:
#     deny: {default: ["BUSL-1.1", "Elastic-2.0", "LicenseRef-commercial", "SSPL-1.0"], description: "License ids, ids with an exception, or LicenseRefs."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Replace the component or choose another branch."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["3.2.3"]
#     iso-27001: ["A.5.32"]
#     nist-800-53: ["CM-10(1)"]
#     osps: ["VM-05.01"]
#     s2c2f: ["SCA-2"]
package tidewaiter.license.denied

parameters := data.tidewaiter.parameters["license.denied"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

forbidden(t) if {
	not t.or_later
	t.id in parameters.deny
}

forbidden(t) if {
	t.or_later
	count(t.editions) > 0
	every edition in t.editions {
		edition in parameters.deny
	}
}

forbidden(t) if {
	t.or_later
	t.id in parameters.deny
}

forbidden(t) if sprintf("%s WITH %s", [t.id, t.exception]) in parameters.deny

open(l) if {
	some alternative in l.alternatives
	every t in alternative {
		not forbidden(t)
	}
}

deny contains finding if {
	some l in input.licenses
	asked(l)
	count(l.alternatives) > 0
	not open(l)
	some component in l.components
	not exempted(component)
	finding := {
		"rule": "license.denied",
		"message": sprintf("%s is under %s, which is denied", [component, l.expression]),
		"target": {"component": component, "license": l.expression},
		"data": {"alternatives": l.alternatives, "basis": l.basis},
	}
}
