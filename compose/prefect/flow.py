"""The job as a Prefect flow. Run as a program, this file serves it: it registers the deployment
with the server and then starts each scheduled run as a process of its own."""

import subprocess

from prefect import flow

COMMAND = ["python3", "-u", "/app/etl_task.py"]


@flow(name="etl", log_prints=True)
def etl():
    # As it comes, not line by line: each print is a row in the server's database, and a job of a
    # hundred thousand lines would keep the server busy for minutes.
    with subprocess.Popen(COMMAND, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as job:
        while block := job.stdout.read1(65536):
            print(block.decode(errors="replace"), end="")
    if job.returncode != 0:
        raise RuntimeError("exit code %d" % job.returncode)


if __name__ == "__main__":
    etl.serve(
        name="every-minute",
        cron="* * * * *",
        limit=1,  # a run that is due while another one lasts waits for it
        pause_on_shutdown=False,  # otherwise a restart leaves the schedule paused
    )
