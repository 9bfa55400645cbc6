# METADATA
# scope: package
# title: Incomplete plan
# description: >-
#   A plan failed, covers only a part, or has a format that is not known. What it leaves out was not judged.
# custom:
#   id: iac.plan_incomplete
#   severity: high
#   enforcement: hard
#   unwaivable: true
#   needs: [iac]
#   remediation: "Plan again without targets, and look at the errors of the run."
#   since: 0.1.0
#   controls:
#     nist-800-53: ["CM-3"]
package tidewaiter.iac.plan_incomplete

fault(run) := "its planning failed" if run.errored == true

fault(run) := "it covers only a part of the configuration" if {
	run.complete == false
	not run.errored == true
}

fault(run) := sprintf("its format version is %s and only 0.x and 1.x are known", [run.format_version]) if {
	not run.errored == true
	not run.complete == false
	not startswith(run.format_version, "1.")
	not startswith(run.format_version, "0.")
}

deny contains finding if {
	some run in input.infrastructure.plan.runs
	reason := fault(run)
	finding := {
		"rule": "iac.plan_incomplete",
		"message": sprintf("the plan cannot be judged: %s", [reason]),
		"target": {"plan": input.inputs[run.input].name},
		"sources": [{"input": run.input, "at": ""}],
	}
}
