# METADATA
# scope: package
# title: Listener with old TLS
# description: >-
#   A load balancer accepts TLS below 1.2.
# custom:
#   id: iac.aws_alb_tls_old
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Use a policy that begins with TLS 1.2."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-8"]
#     pci-dss: ["2.2.7"]
#   equivalents:
#     regula: ["FG_R00013"]
#     trivy: ["AVD-AWS-0047"]
package tidewaiter.iac.aws_alb_tls_old

import data.tidewaiter.lib.plan

old := {"ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-TLS-1-0-2015-04", "ELBSecurityPolicy-TLS-1-1-2017-01", "ELBSecurityPolicy-FS-2018-06", "ELBSecurityPolicy-FS-1-1-2019-08", "ELBSecurityPolicy-TLS13-1-0-2021-06", "ELBSecurityPolicy-TLS13-1-1-2021-06"}

dated(r) if r.after.ssl_policy in old

dated(r) if plan.absent(r, "ssl_policy")

deny contains finding if {
	some kind in ["aws_lb_listener", "aws_alb_listener"]
	some r in plan.resources(kind)
	r.after.protocol in {"HTTPS", "TLS"}
	dated(r)
	finding := plan.finding("iac.aws_alb_tls_old", r, sprintf("%s accepts TLS below 1.2", [r.address]), "ssl_policy")
}
