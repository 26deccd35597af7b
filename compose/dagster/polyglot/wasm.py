import subprocess

from dagster import DefaultScheduleStatus, Definitions, ScheduleDefinition, job, op


@op
def run_wasm():
    subprocess.run(["/tasks/wasm/run"], check=True)


@job
def wasm():
    run_wasm()


defs = Definitions(
    jobs=[wasm],
    schedules=[
        ScheduleDefinition(
            name="every_5_minutes_wasm",
            job=wasm,
            cron_schedule="4-59/5 * * * *",
            execution_timezone="UTC",
            default_status=DefaultScheduleStatus.RUNNING,
        )
    ],
)
