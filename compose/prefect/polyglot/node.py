import subprocess

from prefect import flow


@flow(log_prints=True)
def node():
    job = subprocess.run(["node", "/tasks/node/etl_task.mjs"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(job.stdout.decode(errors="replace"), end="")
    job.check_returncode()


def deployment():
    return node.to_deployment(name="every-5-minutes", cron="3-59/5 * * * *")
