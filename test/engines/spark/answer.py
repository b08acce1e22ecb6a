"""Asks Spark the questions of a plan and writes one answer file each; runs in Spark's own environment.

Called as: answer.py PLAN.json ANSWERS_DIR FROM TO, the first question and the one after the last. The plan
holds `relations` (name, path, columns) and `questions` (relation, sql).
"""

import json
import math
import sys
from datetime import date, datetime
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql.types import DataType

NOT_FINITE = {"inf": "Infinity", "-inf": "-Infinity"}
TO_SPARK = {"varchar": "string", "integer": "int"}
FROM_SPARK = {"string": "varchar", "int": "integer"}


def main(plan_file: str, answers: str, first: str, end: str) -> None:
    plan = json.loads(Path(plan_file).read_text())
    spark = session(plan["scratch"])
    for relation in plan["relations"]:
        schema = ", ".join(f"`{c['name']}` {TO_SPARK.get(c['type'], c['type'])}" for c in relation["columns"])
        spark.read.schema(schema).parquet(relation["path"]).createOrReplaceTempView(relation["name"])
    for question in plan["questions"][int(first) : int(end)]:
        target = Path(answers) / f"{question['relation']}.json"
        try:
            frame = spark.sql(question["sql"]["spark"])
            answer = {
                "types": [word(f.dataType) for f in frame.schema.fields],
                "rows": [[cell(v) for v in row] for row in frame.collect()],
            }
        except Exception as error:  # noqa: BLE001 - every refusal is an answer
            answer = {"error": str(error).strip().splitlines()[0][:300]}
        target.write_text(json.dumps(answer))
        print(question["relation"], flush=True)
    spark.stop()


def session(scratch: str) -> SparkSession:
    return (
        SparkSession.builder.master("local[2]")
        .appName("engines")
        .config("spark.sql.ansi.enabled", "true")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.extraJavaOptions", f"-Duser.timezone=UTC -Dderby.system.home={scratch}")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", f"{scratch}/warehouse")
        .config("spark.local.dir", scratch)
        .config("spark.driver.memory", "3g")
        # Spark remembers the plan of each finished query, written out: hundreds of long ones fill the heap.
        .config("spark.sql.ui.retainedExecutions", "1")
        .config("spark.ui.retainedJobs", "1")
        .config("spark.ui.retainedStages", "1")
        .config("spark.ui.retainedTasks", "1")
        .config("spark.sql.maxPlanStringLength", "10000")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )


def word(kind: DataType) -> str:
    return FROM_SPARK.get(kind.simpleString(), kind.simpleString())


def cell(value: object) -> object:
    """Text for everything but doubles; timestamps to the millisecond."""
    if value is None:
        return None
    if isinstance(value, float):
        return value if math.isfinite(value) else NOT_FINITE.get(str(value), "NaN")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(" ", "milliseconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


if __name__ == "__main__":
    main(*sys.argv[1:])
