"""What a list of probabilities is worth: order, honesty, and how sure we can be of either."""
