"""Simulations of many seeds, run by `npm run test:long`; each takes a sampled share with `--share`."""
