"""The parts of `python -m models.evaluate`: what was trained, which rows judge it, and against what."""
