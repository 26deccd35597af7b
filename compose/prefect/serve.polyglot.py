"""Serves the flows of all languages, as flow.py does with its one."""

import go
import node
import python
import rust
import wasm
from prefect import serve

# The health check asks for the last one.
serve(
    *(language.deployment() for language in (python, rust, go, node, wasm)),
    pause_on_shutdown=False,
)
