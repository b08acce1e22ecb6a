"""Sets the number of threads before any numerical library is imported; import this module first.

Two libraries that each start a thread for every core spin against each other (tens of times slower), so the
number is always said: `SM_NUM_CPUS` in a SageMaker job, `HOMEROOM_THREADS` elsewhere, else 1.
"""

import os


def threads() -> int:
    """How many threads this process may use (at least 1)."""
    said = os.environ.get("SM_NUM_CPUS") or os.environ.get("HOMEROOM_THREADS") or "1"
    return max(1, int(said)) if said.isdigit() else 1


os.environ.setdefault("OMP_NUM_THREADS", str(threads()))
# On a machine with other work, threads that spin while they wait keep the core from those they wait for.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
# The products here are small: a second thread costs more than it brings.
for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
# XLA has no thread count of its own; with one thread its pool is switched off altogether.
if threads() == 1:
    os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")
os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
