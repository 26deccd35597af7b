import subprocess

from prefect import flow


@flow(log_prints=True)
def python():
    job = subprocess.run(["python3", "-u", "/tasks/python/etl_task.py"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(job.stdout.decode(errors="replace"), end="")
    job.check_returncode()


def deployment():
    return python.to_deployment(name="every-5-minutes", cron="*/5 * * * *")
