# METADATA
# scope: package
# title: Secret in build settings
# description: >-
#   A label, environment variable or build parameter holds what looks like a secret. Everybody who can pull the
#   image or read its provenance can read it.
# custom:
#   id: secret.in_build_args
#   severity: high
#   enforcement: hard
#   remediation: "Use build secrets."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["2.3.8"]
package tidewaiter.secret.in_build_args

parameters := data.tidewaiter.parameters["secret.in_build_args"]

deny contains finding if {
	some name in input.image.suspicious
	finding := {
		"rule": "secret.in_build_args",
		"message": sprintf("%s of the image looks like a secret", [name]),
		"target": {"setting": name},
	}
}

deny contains finding if {
	some statement in input.provenance
	some name in statement.suspicious_parameters
	finding := {
		"rule": "secret.in_build_args",
		"message": sprintf("the build parameter %s looks like a secret", [name]),
		"target": {"parameter": name},
		"sources": [{"input": statement.input, "at": ""}],
	}
}
