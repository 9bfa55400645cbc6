# METADATA
# scope: package
# title: Old SBOM
# description: >-
#   SBOM older than the artifact, or older than limit for deployed artifacts.
# custom:
#   id: freshness.sbom
#   severity: low
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max_age_days: {default: null, description: "Days that an SBOM may be old."}
#   remediation: "Regenerate."
#   since: 0.1.0
#   controls:
#     cisa-2026: ["frequency"]
#     ntia-2021: ["frequency"]
package tidewaiter.freshness.sbom

parameters := data.tidewaiter.parameters["freshness.sbom"]

deny contains finding if {
	some sbom in input.sboms
	is_number(sbom.seconds_after_image)
	sbom.seconds_after_image < 0
	not input.image.created_implausible
	finding := {
		"rule": "freshness.sbom",
		"message": sprintf("%s is older than the image", [sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}

deny contains finding if {
	some sbom in input.sboms
	is_number(parameters.max_age_days)
	is_number(sbom.age_days)
	sbom.age_days > parameters.max_age_days
	finding := {
		"rule": "freshness.sbom",
		"message": sprintf("%s is %d days old", [sbom.name, sbom.age_days]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
	}
}
