import subprocess

from dagster import DefaultScheduleStatus, Definitions, ScheduleDefinition, job, op


@op
def run_python():
    subprocess.run(["python3", "-u", "/tasks/python/etl_task.py"], check=True)


@job
def python():
    run_python()


defs = Definitions(
    jobs=[python],
    schedules=[
        ScheduleDefinition(
            name="every_5_minutes_python",
            job=python,
            cron_schedule="*/5 * * * *",
            execution_timezone="UTC",
            default_status=DefaultScheduleStatus.RUNNING,
        )
    ],
)
