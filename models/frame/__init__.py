"""Cases in memory: read from files, flattened to one row a case, or kept as weeks."""
