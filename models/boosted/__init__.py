"""The first family: gradient boosted trees over one row a case."""
