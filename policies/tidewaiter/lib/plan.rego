# METADATA
# scope: package
# title: Helpers for Terraform plans
# description: |
#   What an attribute of a planned resource is: known, unknown until the plan is applied, or absent.
package tidewaiter.lib.plan

default resources(_) := []

resources(kind) := input.infrastructure.plan.resources[kind]

is_unknown(r, attribute) if {
	some path in r.unknown
	path == attribute
}

is_unknown(r, attribute) if {
	some path in r.unknown
	startswith(path, concat("", [attribute, "."]))
}

# Providers write some flags as text.
is_true(r, attribute) if r.after[attribute] in {true, "true"}

is_false(r, attribute) if r.after[attribute] in {false, "false"}

not_true(r, attribute) if {
	not is_true(r, attribute)
	not is_unknown(r, attribute)
}

present(r, attribute) if {
	value := r.after[attribute]
	value != null
	value != ""
}

present(r, attribute) if is_unknown(r, attribute)

absent(r, attribute) if not present(r, attribute)

# The addresses and literal names to which resources point with an attribute.
points(r, attribute) := {address | some address in r.references[attribute]} | {value |
	value := r.after[attribute]
	is_string(value)
}

pointed(list, attribute) := {name |
	some r in list
	some name in points(r, attribute)
}

# The names by which others may point to a resource.
names(r) := {r.address} | {value |
	some attribute in ["id", "arn", "bucket", "name"]
	value := r.after[attribute]
	is_string(value)
}

covers(i, port) if {
	some range in i.ports
	range.from <= port
	port <= range.to
}

# What the plan leaves as it is never denies: an old defect does not block a change to something else.
finding(rule, r, message, attribute) := object.union(
	{
		"rule": rule,
		"message": message,
		"target": target(r, attribute),
		"sources": [r.source],
	},
	softened(r),
)

softened(r) := {"enforcement": "soft"} if r.unchanged

softened(r) := {} if not r.unchanged

target(r, attribute) := {"resource": r.address, "attribute": attribute} if attribute != ""

target(r, attribute) := {"resource": r.address} if attribute == ""
