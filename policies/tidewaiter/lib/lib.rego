# METADATA
# scope: package
# title: Helpers for rules
# description: Words, matching and counting that many rules share.
package tidewaiter.lib

# Kinds of component that package fields are asked of.
package_kinds := ["library", "os-package", "framework", "application"]

all_kinds := array.concat(package_kinds, ["operating-system", "container", "firmware", "device", "data"])

ranks := {"unknown": 5, "none": 0, "low": 1, "medium": 2, "high": 3, "critical": 4}

# What nobody has judged counts as bad as can be.
at_least(level, minimum) if ranks[level] >= ranks[minimum]

present(value) if {
	is_string(value)
	value != ""
}

text(value) := value if is_string(value)

text(value) := "(unknown)" if not is_string(value)

hint(value) := sprintf(" (it says `%s`)", [value]) if is_string(value)

hint(value) := "" if not is_string(value)

because(reason) := sprintf(": %s", [reason]) if present(reason)

because(reason) := "" if not present(reason)

# An empty list means everything.
listed(list, _) if count(list) == 0

listed(list, value) if value in list

# A star at the end stands for anything.
matches(pattern, value) if {
	not endswith(pattern, "*")
	pattern == value
}

matches(pattern, value) if {
	endswith(pattern, "*")
	startswith(value, trim_suffix(pattern, "*"))
}

any_match(patterns, value) if {
	some pattern in patterns
	matches(pattern, value)
}

# `git+https://host/a/b.git@ref` → `https://host/a/b`
repository(uri) := trim_suffix(split(trim_prefix(uri, "git+"), "@")[0], ".git")

# What is missing from the components of some kinds, together.
gap(gaps, kinds) := {
	"of": sum([row.of | some row in gaps; row.kind in kinds]),
	"missing": sum([row.missing | some row in gaps; row.kind in kinds]),
	"unknown": sum([row.unknown | some row in gaps; row.kind in kinds]),
	"first": array.slice([name | some row in gaps; row.kind in kinds; some name in row.offenders], 0, 5),
}

target(v) := {"vulnerability": v.id, "component": v.component}

evidence(v) := {"severity": v.severity, "epss": v.epss, "kev": v.kev, "fix": v.fix}

fixed_in(v) := sprintf(" in %s", [concat(", ", v.fix.versions)]) if count(v.fix.versions) > 0

fixed_in(v) := "" if count(v.fix.versions) == 0

place(s) := sprintf("%s:%d", [s.path, s.line]) if is_number(s.line)

place(s) := s.path if not is_number(s.line)

signer(signature) := signature.identity.san if is_string(signature.identity.san)

signer(signature) := sprintf("key %s", [text(signature.key_id)]) if not is_string(signature.identity.san)
