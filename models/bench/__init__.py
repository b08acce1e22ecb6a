"""Long runs whose tables are committed under docs/results; none of them is part of npm test."""
