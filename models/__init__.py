"""Features to scores: two families of models, their calibration, their audit and their reasons."""
