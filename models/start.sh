#!/usr/bin/env bash
# Starts a job inside a container without a network: installs the wheels that came with the code, then runs the module.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 -m pip install --quiet --no-index --find-links wheels --require-hashes --requirement models/requirements.lock
exec python3 -m "$@"
