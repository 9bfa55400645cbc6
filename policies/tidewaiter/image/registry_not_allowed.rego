# METADATA
# scope: package
# title: Registry that is not on the list
# description: >-
#   Reference host not allowed.
# custom:
#   id: image.registry_not_allowed
#   severity: medium
#   enforcement: off
#   parameters:
#     hosts: {default: [], description: "Registry hosts."}
#   remediation: "Push to an approved registry."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["4.4.2"]
#     nist-800-53: ["CM-7(5)"]
package tidewaiter.image.registry_not_allowed

import data.tidewaiter.lib

parameters := data.tidewaiter.parameters["image.registry_not_allowed"]

deny contains finding if {
	is_string(input.subject.host)
	not input.subject.host in parameters.hosts
	finding := {
		"rule": "image.registry_not_allowed",
		"message": sprintf("%s is not an allowed registry", [input.subject.host]),
		"target": {"image": lib.text(input.subject.name)},
	}
}
