"""One file a rule; the first line of each is the rule in one sentence, and its test plants offenders."""
