import subprocess

from dagster import DefaultScheduleStatus, Definitions, ScheduleDefinition, job, op


@op
def run_rust():
    subprocess.run(["/tasks/rust/etl_task"], check=True)


@job
def rust():
    run_rust()


defs = Definitions(
    jobs=[rust],
    schedules=[
        ScheduleDefinition(
            name="every_5_minutes_rust",
            job=rust,
            cron_schedule="1-59/5 * * * *",
            execution_timezone="UTC",
            default_status=DefaultScheduleStatus.RUNNING,
        )
    ],
)
