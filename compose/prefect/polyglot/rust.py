import subprocess

from prefect import flow


@flow(log_prints=True)
def rust():
    job = subprocess.run(["/tasks/rust/etl_task"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(job.stdout.decode(errors="replace"), end="")
    job.check_returncode()


def deployment():
    return rust.to_deployment(name="every-5-minutes", cron="1-59/5 * * * *")
