"""The model card: what was measured, in Markdown and JSON, and nothing else."""
