#!/usr/bin/env python3
"""The one job that every orchestrator runs. Standard library only, Python 3.8+.

Standard output: the start time in ns since 1970 as the first line, flushed before any work.

Ledger: two JSON lines are appended to ledger.jsonl, one at the start and one at the end, each in
one write(2) in append mode so that parallel fires cannot tear each other:
  {"id": "9f2c...", "event": "start", "ns": 1764028800012345678, "pid": 17, "host": "..."}
  {"id": "9f2c...", "event": "end", "ns": 1764028801514000000, "exit_code": 0}
A killed or hung job leaves the first line: it did fire. Where the ledger's folder does not exist
(nothing mounted) the job runs without a ledger. Where it exists and cannot be written, stderr says
so and the job goes on: a broken mount is not a failed job.

Environment (all optional; a bad value is one line on stderr and exit 2):
  ETL_TASK_SECONDS       how long the job lasts, default 1.5
  ETL_TASK_CPU_SECONDS   CPU seconds to burn first; the rest of the time is slept, default 0
  ETL_TASK_MEMORY_MIB    memory to hold all the while, every page written, default 0
  ETL_TASK_OUTPUT_BYTES  bytes of text on stdout after the first line, default 0
  ETL_TASK_STDERR        a text for stderr, written as one line, default none
  ETL_TASK_EXIT_CODE     0 to 255, default 0
  ETL_TASK_LEDGER_DIR    folder of ledger.jsonl, default /runs
SIGTERM ends the job early with exit code 143, SIGINT with 130; both still write the end line.
"""

import time

STARTED_NS = time.time_ns()
print(STARTED_NS, flush=True)

# After the first line on purpose: these imports take longer than all of the above.
import os
import signal
import sys

ID = os.urandom(8).hex()
SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopped(Exception):
    """A signal asked the job to end."""


def stop(number, _frame):
    raise Stopped(128 + number)


def setting(name, default, kind, highest):
    text = os.environ.get(name) or default
    try:
        value = kind(text)
    except ValueError:
        value = -1
    if not 0 <= value <= highest:  # NaN is refused here too
        raise SystemExit("etl_task.py: %s=%r is not a number from 0 to %d" % (name, text, highest))
    return value


def record(event, ns, rest):
    """Appends one line. It is put together by hand because importing json costs milliseconds."""
    line = '{"id": "%s", "event": "%s", "ns": %d, %s}\n' % (ID, event, ns, rest)
    path = os.path.join(os.environ.get("ETL_TASK_LEDGER_DIR") or "/runs", "ledger.jsonl")
    umask = os.umask(0)  # other users of the image append to the same file
    try:
        ledger = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            if os.write(ledger, line.encode("ascii")) < len(line):
                raise OSError("disk full, line cut")
        finally:
            os.close(ledger)
    except FileNotFoundError:
        pass  # no ledger is mounted
    except OSError as error:
        print("etl_task.py: cannot append to %s: %s" % (path, error), file=sys.stderr)
    finally:
        os.umask(umask)


def work():
    deadline = time.monotonic() + setting("ETL_TASK_SECONDS", "1.5", float, 86400)
    cpu_seconds = setting("ETL_TASK_CPU_SECONDS", "0", float, 86400)
    memory_mib = setting("ETL_TASK_MEMORY_MIB", "0", int, 1 << 20)
    output_bytes = setting("ETL_TASK_OUTPUT_BYTES", "0", int, 1 << 40)
    exit_code = setting("ETL_TASK_EXIT_CODE", "0", int, 255)

    held = b"x" * (memory_mib << 20)  # filled, not only reserved, hence resident
    if os.environ.get("ETL_TASK_STDERR"):
        print(os.environ["ETL_TASK_STDERR"], file=sys.stderr, flush=True)
    line = b"x" * 79 + b"\n"
    for left in range(output_bytes, 0, -len(line)):
        sys.stdout.buffer.write(line[-left:])
    sys.stdout.flush()
    cpu_end = time.process_time() + cpu_seconds
    while cpu_seconds and time.process_time() < cpu_end:
        sum(range(5000))  # some 0.1 ms, so that little of it is asking for the time
    time.sleep(max(0.0, deadline - time.monotonic()))
    del held
    return exit_code


def main():
    for number in SIGNALS:
        signal.signal(number, stop)
    exit_code = 1  # what Python ends with if an unforeseen error is raised below
    try:
        host = "".join(c for c in os.uname().nodename if c.isascii() and c.isalnum() or c in "-._")
        record("start", STARTED_NS, '"pid": %d, "host": "%s"' % (os.getpid(), host))
        exit_code = work()
    except Stopped as stopped:
        exit_code = stopped.args[0]
    except SystemExit as refused:
        print(refused, file=sys.stderr)
        exit_code = 2
    finally:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        record("end", time.time_ns(), '"exit_code": %d' % exit_code)
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
