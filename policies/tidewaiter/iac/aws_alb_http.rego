# METADATA
# scope: package
# title: Listener without TLS
# description: >-
#   A load balancer serves without TLS.
# custom:
#   id: iac.aws_alb_http
#   severity: medium
#   enforcement: soft
#   needs: [iac]
#   remediation: "Redirect to HTTPS."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["SC-8"]
#     pci-dss: ["2.2.7"]
#   equivalents:
#     checkov: ["CKV_AWS_2"]
#     regula: ["FG_R00013"]
#     trivy: ["AVD-AWS-0054"]
package tidewaiter.iac.aws_alb_http

import data.tidewaiter.lib.plan

redirects(r) if {
	some action in r.after.default_action
	action.type == "redirect"
	some target in action.redirect
	target.protocol in {"HTTPS", "#{protocol}"}
}

deny contains finding if {
	some kind in ["aws_lb_listener", "aws_alb_listener"]
	some r in plan.resources(kind)
	r.after.protocol == "HTTP"
	not redirects(r)
	not plan.is_unknown(r, "default_action")
	finding := plan.finding("iac.aws_alb_http", r, sprintf("%s serves without TLS", [r.address]), "protocol")
}
