"""Intervals for forecasts that hold the outcome as often as they say."""
