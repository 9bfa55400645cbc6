# METADATA
# scope: package
# title: SBOM differs from the lock file
# description: >-
#   Component in the lockfile facts absent from the SBOM or with another version.
# custom:
#   id: sbom.lockfile_drift
#   severity: medium
#   enforcement: soft
#   needs: [sbom]
#   parameters:
#     max: {default: 0, description: "Packages that may differ."}
#   remediation: "Regenerate after dependency changes."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-8"]
#     pci-dss: ["6.3.2"]
package tidewaiter.sbom.lockfile_drift

parameters := data.tidewaiter.parameters["sbom.lockfile_drift"]

deny contains finding if {
	some sbom in input.sboms
	differing := sbom.drift.missing.count + sbom.drift.changed.count
	differing > parameters.max
	finding := {
		"rule": "sbom.lockfile_drift",
		"message": sprintf("%d packages of the sources are absent from %s or stand there in another version", [differing, sbom.name]),
		"target": {"document": sbom.name},
		"sources": [{"input": sbom.input, "at": ""}],
		"data": sbom.drift,
	}
}
