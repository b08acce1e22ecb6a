"""Whether today's students and outcomes are still those that the model was made for."""
