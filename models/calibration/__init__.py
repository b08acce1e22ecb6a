"""From raw margins to probabilities that happen as often as they say, fitted on a later cohort."""
