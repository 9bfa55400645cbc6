# METADATA
# scope: package
# title: License that is not on the list
# description: >-
#   Allow-list mode and no branch in allow.
# custom:
#   id: license.not_allowed
#   severity: medium
#   enforcement: off
#   needs: [sbom]
#   parameters:
#     allow: {default: [], description: "License ids, ids with an exception, or LicenseRefs."}
#     scopes: {default: ["required", "optional"], description: "Scopes of components that are asked."}
#     exempt: {default: [], description: "Beginnings of package URLs that are not asked: first-party code, test fixtures."}
#   remediation: "Request review."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["1.5.6"]
package tidewaiter.license.not_allowed

parameters := data.tidewaiter.parameters["license.not_allowed"]

asked(l) if l.scope in parameters.scopes

exempted(component) if {
	some beginning in parameters.exempt
	startswith(component, beginning)
}

allowed(t) if t.id in parameters.allow

allowed(t) if {
	some edition in t.editions
	edition in parameters.allow
}

within(t) if {
	not t.exception
	allowed(t)
}

within(t) if sprintf("%s WITH %s", [t.id, t.exception]) in parameters.allow

# An exception that only permits more has a category; one that nobody knows has none.
within(t) if {
	is_string(t.exception)
	t.category != "unknown"
	allowed(t)
}

open(l) if {
	some alternative in l.alternatives
	every t in alternative {
		within(t)
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
		"rule": "license.not_allowed",
		"message": sprintf("%s is under %s, which is not on the list of allowed licenses", [component, l.expression]),
		"target": {"component": component, "license": l.expression},
		"data": {"alternatives": l.alternatives, "basis": l.basis},
	}
}
