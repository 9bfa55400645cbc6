"""The console script is the same command line as the binary."""

import subprocess
import sys
from pathlib import Path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tidewaiter", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_check(payments: Path) -> None:
    done = run("check", str(payments / "sbom.cdx.json"), "--now", "2026-11-24T09:00:00Z")
    assert done.returncode == 1
    assert done.stdout.startswith("DENY")


def test_unusable_input() -> None:
    done = run("check", "no/such/file")
    assert done.returncode == 2
    assert "no/such/file" in done.stderr
