import subprocess

from prefect import flow


@flow(log_prints=True)
def go():
    job = subprocess.run(["/tasks/go/etl_task"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(job.stdout.decode(errors="replace"), end="")
    job.check_returncode()


def deployment():
    return go.to_deployment(name="every-5-minutes", cron="2-59/5 * * * *")
