"""The command line: `tidewaiter` and `python -m tidewaiter`."""

import signal
import sys

from ._tidewaiter import run_cli


def main() -> int:
    """Runs the command line and returns its exit code."""
    # The work happens outside of the interpreter, where its own handler would be heard only at the end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run_cli(["tidewaiter", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
