"""One module a verb: what was asked for, done with the rooms below, and printed for a person or a program."""
