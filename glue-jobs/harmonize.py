"""Glue entry point."""
