"""Every case gives the decision that the other languages get, byte for byte."""

from pathlib import Path
from typing import Any

import pytest
import tidewaiter
import yaml

CASES = sorted(p for p in (Path(__file__).resolve().parents[2] / "cases").iterdir() if p.is_dir())


def decide(case: dict[str, Any]) -> str:
    gate = tidewaiter.Gate(
        case.get("gate"),
        profile=case.get("profile"),
        policies=case.get("policies", []),
        raw_policies=case.get("raw_policies", []),
    )
    return gate.check(case["documents"], formats=case.get("formats"), **case["options"]).to_json() + "\n"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    case = yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
    if "error" in case:
        with pytest.raises(tidewaiter.TidewaiterError) as raised:
            decide(case)
        assert raised.value.code == case["error"]
    else:
        assert decide(case) == (folder / "decision.json").read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    assert len(CASES) >= 20
