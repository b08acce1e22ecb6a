"""Lists and forecasts that need no model: what every model has to beat."""
