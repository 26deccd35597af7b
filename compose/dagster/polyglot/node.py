import subprocess

from dagster import DefaultScheduleStatus, Definitions, ScheduleDefinition, job, op


@op
def run_node():
    subprocess.run(["node", "/tasks/node/etl_task.mjs"], check=True)


@job
def node():
    run_node()


defs = Definitions(
    jobs=[node],
    schedules=[
        ScheduleDefinition(
            name="every_5_minutes_node",
            job=node,
            cron_schedule="3-59/5 * * * *",
            execution_timezone="UTC",
            default_status=DefaultScheduleStatus.RUNNING,
        )
    ],
)
