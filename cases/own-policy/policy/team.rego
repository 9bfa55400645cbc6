package acme.team

deny contains msg if {
	some component in input.components
	component.name == "left-pad"
	msg := sprintf("%s is not used here", [component.key])
}

warn contains "the subject has no name" if not input.subject.declared
