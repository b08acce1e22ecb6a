"""The second family: a masked LSTM over the weeks of a case, beside its static inputs."""
