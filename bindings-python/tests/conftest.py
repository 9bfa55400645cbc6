"""Finds the repository, whose cases and examples the tests run."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def payments() -> Path:
    return ROOT / "examples" / "payments"
