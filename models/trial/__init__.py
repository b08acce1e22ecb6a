"""The standing trial: every list at the same length, against what then happened."""
