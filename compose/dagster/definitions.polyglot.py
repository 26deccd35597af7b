"""The jobs of all languages in one code location: each location is a server of its own, twice."""

import go
import node
import python
import rust
import wasm
from dagster import Definitions

defs = Definitions.merge(go.defs, node.defs, python.defs, rust.defs, wasm.defs)
