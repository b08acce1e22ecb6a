"""From attributions of single inputs to a few facts in words that a person can check."""
