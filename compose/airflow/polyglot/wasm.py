import datetime

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

with DAG(
    dag_id="wasm",
    schedule="4-59/5 * * * *",
    start_date=datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc),
    catchup=False,
    max_active_runs=1,
    is_paused_upon_creation=False,
):
    BashOperator(task_id="run", bash_command="/tasks/wasm/run")
