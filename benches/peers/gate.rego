# The questions of the measurement, for engines that read the documents as they are.
package main

import rego.v1

known := {c.purl | some c in input.sbom.components}

deny contains sprintf("critical and fixable: %s in %s", [m.vulnerability.id, m.artifact.purl]) if {
	some m in input.scan.matches
	m.vulnerability.severity == "Critical"
	m.vulnerability.fix.state == "fixed"
}

deny contains sprintf("not in the SBOM: %s", [m.artifact.purl]) if {
	some m in input.scan.matches
	not m.artifact.purl in known
}

deny contains sprintf("license: %s", [c.purl]) if {
	some c in input.sbom.components
	some l in c.licenses
	l.expression == "AGPL-3.0-only"
}

deny contains sprintf("no version: %s", [c.name]) if {
	some c in input.sbom.components
	not c.version
}
