package x

deny contains msg if {
	msg := 
}
