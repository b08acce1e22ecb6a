"""Makes core and mart tables in Spark from the plan that the harmonize step wrote for this run.

Glue calls it with --lake (where keys begin, e.g. s3://bucket), --run_id, --district and --date, and adds
arguments of its own. The plan is `runs/<run_id>/spark-plan.json`; src/harmonize/spark-plan.ts says what is in
it. The facts about what was made go to `runs/<run_id>/harmonize.json`, where the release step expects them.
"""

from __future__ import annotations

import argparse
import json
import time
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, input_file_name
from pyspark.sql.types import TimestampType

# A partition's value to its files.
Parts = dict[str, list[dict[str, Any]]]

TO_SPARK = {"varchar": "string", "integer": "int"}


def main() -> None:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for name in ("--lake", "--run_id", "--district", "--date"):
        parser.add_argument(name, required=True)
    given, _ = parser.parse_known_args()
    spark = SparkSession.builder.appName(f"homeroom-{given.district}-{given.date}").getOrCreate()
    # As the engine of the linter's promises: overflow and division by zero fail, instants are UTC.
    spark.conf.set("spark.sql.ansi.enabled", "true")
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    plan = json.loads(read_text(spark, f"{given.lake}/runs/{given.run_id}/spark-plan.json"))
    facts = harmonize(spark, given.lake.rstrip("/"), plan)
    write_text(spark, f"{given.lake}/runs/{given.run_id}/harmonize.json", json.dumps(facts))
    spark.stop()


def harmonize(spark: SparkSession, lake: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Runs the plan's steps in order; answers with the facts of the harmonize step."""
    tables = dict(plan["carried"])
    made = []
    for step in plan["steps"]:
        name = step["relation"]
        started = time.monotonic()
        if step["kind"] == "read":
            read(spark, lake, step).createOrReplaceTempView(name)
        elif step["kind"] == "view":
            spark.sql(step["sql"]).createOrReplaceTempView(name)
        else:
            parts = make_table(spark, lake, plan["runId"], step)
            tables[name] = {"partition": plan["partitions"][name], "parts": parts}
            made.append({"table": name, "seconds": round(time.monotonic() - started, 3)})
            print(json.dumps(made[-1]), flush=True)
    return {"tables": tables, "fingerprint": plan["fingerprint"], "made": made}


def make_table(spark: SparkSession, lake: str, run_id: str, step: dict[str, Any]) -> Parts:
    """Writes one table in a folder of its own for this run; answers with each partition's files and rows."""
    columns, partition = step["columns"], step["partition"]
    base = f"lake/{step['relation']}/{run_id}"
    frame = spark.sql(step["sql"]).select([c["name"] for c in columns])
    # DuckDB writes wall time without a zone; the files of two engines must look the same.
    for field in frame.schema.fields:
        if isinstance(field.dataType, TimestampType):
            frame = frame.withColumn(field.name, col(field.name).cast("timestamp_ntz"))
    writer = frame.repartition(col(partition)).write.mode("overwrite").partitionBy(partition)
    writer.option("compression", "zstd").parquet(f"{lake}/{base}")

    written = spark.read.schema(ddl(columns)).parquet(f"{lake}/{base}")
    written.createOrReplaceTempView(step["relation"])
    part = col(partition).cast("string").alias("part")
    counted = written.groupBy(part, input_file_name().alias("file")).count()
    parts: Parts = {}
    for row in counted.orderBy("part", "file").collect():
        key = f"{base}/{row['file'].split(f'/{base}/', 1)[1]}"
        parts.setdefault(row["part"], []).append({"key": key, "rows": row["count"]})
    return parts


def read(spark: SparkSession, lake: str, step: dict[str, Any]) -> DataFrame:
    """Exactly the named files with exactly these columns; an empty relation where there is no file."""
    schema = ddl(step["columns"])
    if not step["files"]:
        return spark.createDataFrame([], schema)
    paths = [f"{lake}/{key}" for key in step["files"]]
    return spark.read.schema(schema).option("basePath", f"{lake}/{step['base']}").parquet(*paths)


def ddl(columns: list[dict[str, str]]) -> str:
    return ", ".join(f"`{c['name']}` {TO_SPARK.get(c['type'], c['type'])}" for c in columns)


def read_text(spark: SparkSession, uri: str) -> str:
    rows = spark.read.option("wholetext", "true").text(uri).collect()
    return str(rows[0][0])


def write_text(spark: SparkSession, uri: str, text: str) -> None:
    """One object under one key, which Spark's own writers can't do."""
    jvm: Any = spark.sparkContext._jvm
    path = jvm.org.apache.hadoop.fs.Path(uri)
    configuration = spark.sparkContext._jsc.hadoopConfiguration()
    stream = path.getFileSystem(configuration).create(path, True)
    stream.write(bytearray(text, "utf-8"))
    stream.close()


if __name__ == "__main__":
    main()
