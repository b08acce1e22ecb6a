"""From SQL in Athena's dialect to checked, typed SQL for DuckDB and Spark, a schema and a data dictionary."""
