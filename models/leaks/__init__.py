"""Landmines: traps which stop a training run that knows what nobody could have known on the day."""
