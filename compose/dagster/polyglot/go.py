import subprocess

from dagster import DefaultScheduleStatus, Definitions, ScheduleDefinition, job, op


@op
def run_go():
    subprocess.run(["/tasks/go/etl_task"], check=True)


@job
def go():
    run_go()


defs = Definitions(
    jobs=[go],
    schedules=[
        ScheduleDefinition(
            name="every_5_minutes_go",
            job=go,
            cron_schedule="2-59/5 * * * *",
            execution_timezone="UTC",
            default_status=DefaultScheduleStatus.RUNNING,
        )
    ],
)
