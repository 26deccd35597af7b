"""The job and its schedule in Dagster's own terms."""

import os
import subprocess

from dagster import (
    DefaultScheduleStatus,
    Definitions,
    ScheduleDefinition,
    in_process_executor,
    job,
    op,
)

COMMAND = ["python3", "-u", "/app/etl_task.py"]


# Dagster's default, a process for each step, unless compose.tuned.yml says otherwise.
EXECUTOR = in_process_executor if os.environ.get("ETL_IN_PROCESS") else None


@op
def run_task():
    subprocess.run(COMMAND, check=True)  # its output is the op's: Dagster stores it with the run


@job(executor_def=EXECUTOR)
def etl():
    run_task()


defs = Definitions(
    jobs=[etl],
    schedules=[
        ScheduleDefinition(
            name="every_minute",
            job=etl,
            cron_schedule="* * * * *",
            execution_timezone="UTC",
            default_status=DefaultScheduleStatus.RUNNING,  # otherwise somebody has to switch it on
        )
    ],
)
