module etl_task

go 1.22
