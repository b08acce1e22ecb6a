"""Asks a running Trino every question of a plan, one answer file each; runs in its client's environment.

Called as: answer.py PLAN.json ANSWERS_DIR PORT. The hive catalog's root is the folder of the Parquet files.
"""

import json
import math
import re
import sys
from datetime import date, datetime
from pathlib import Path

import trino

NOT_FINITE = {"inf": "Infinity", "-inf": "-Infinity"}


def main(plan_file: str, answers: str, port: str) -> None:
    plan = json.loads(Path(plan_file).read_text())
    root = Path(plan["data"])
    connection = trino.dbapi.connect(
        host="127.0.0.1", port=int(port), user="homeroom", catalog="hive", schema="district", timezone="UTC"
    )
    cursor = connection.cursor()
    run(cursor, "create schema if not exists hive.district with (location = 'local:///schema')")
    for relation in plan["relations"]:
        place = Path(relation["path"]).parent.relative_to(root).as_posix()
        columns = ", ".join(f'"{c["name"]}" {c["type"]}' for c in relation["columns"])
        options = f"external_location = 'local:///{place}', format = 'PARQUET'"
        run(cursor, f'create table hive.district."{relation["name"]}" ({columns}) with ({options})')
    for question in plan["questions"]:
        target = Path(answers) / f"{question['relation']}.json"
        try:
            rows = run(cursor, question["sql"]["trino"])
            answer = {
                "types": [re.sub(r"\(\d+\)", "", d[1]) for d in cursor.description or []],
                "rows": [[cell(v) for v in row] for row in rows],
            }
        except Exception as error:  # noqa: BLE001 - every refusal is an answer
            answer = {"error": getattr(error, "message", str(error)).strip().splitlines()[0][:300]}
        target.write_text(json.dumps(answer))
        print(question["relation"], flush=True)


def run(cursor: "trino.dbapi.Cursor", sql: str) -> list[list[object]]:
    cursor.execute(sql)
    rows: list[list[object]] = cursor.fetchall()
    return rows


def cell(value: object) -> object:
    """Text for everything but doubles; timestamps to the millisecond."""
    if value is None:
        return None
    if isinstance(value, float):
        return value if math.isfinite(value) else NOT_FINITE.get(str(value), "NaN")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "milliseconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


if __name__ == "__main__":
    main(*sys.argv[1:])
