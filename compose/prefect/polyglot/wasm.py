import subprocess

from prefect import flow


@flow(log_prints=True)
def wasm():
    job = subprocess.run(["/tasks/wasm/run"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(job.stdout.decode(errors="replace"), end="")
    job.check_returncode()


def deployment():
    return wasm.to_deployment(name="every-5-minutes", cron="4-59/5 * * * *")
