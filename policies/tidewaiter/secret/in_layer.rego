# METADATA
# scope: package
# title: Secret in an image layer
# description: >-
#   A secret stands in a layer of the image. Deleting it in a later layer does not take it back.
# custom:
#   id: secret.in_layer
#   severity: high
#   enforcement: hard
#   needs: [secrets]
#   remediation: "Rebuild without the layer; rotate."
#   since: 0.1.0
#   controls:
#     cis-supply-chain: ["5.1.3"]
package tidewaiter.secret.in_layer

deny contains finding if {
	some s in input.secrets
	is_string(s.layer)
	s.validity != "inactive"
	finding := {
		"rule": "secret.in_layer",
		"message": sprintf("%s in layer %s of the image", [s.rule, s.layer]),
		"target": {"fingerprint": s.fingerprint, "path": s.path, "secret": s.rule},
		"sources": [s.source],
	}
}
