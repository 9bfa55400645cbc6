"""What Python programs rely on."""

import json
import pickle
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import tidewaiter
from tidewaiter import _errors, _tidewaiter

NOW = "2026-11-24T09:00:00Z"
DOCUMENTS = ("sbom.cdx.json", "grype.json", "gitleaks.json")


@pytest.fixture
def documents(payments: Path) -> list[Path]:
    return [payments / name for name in DOCUMENTS]


@pytest.fixture
def gate(payments: Path) -> tidewaiter.Gate:
    return tidewaiter.Gate(payments / "gate.yaml")


def test_a_decision_says_what_was_found(gate: tidewaiter.Gate, documents: list[Path]) -> None:
    decision = gate.check(documents, subject="payments", now=NOW)
    assert decision.outcome == "deny"
    assert decision.denied
    assert decision.exit_code == 1
    assert {finding["rule"] for finding in decision.findings} >= {"secret.found", "vulnerability.epss_high"}
    assert json.loads(decision.to_json()) == decision.to_dict()
    assert "secret.found" in decision.render("table")
    assert json.loads(decision.render("sarif"))["version"] == "2.1.0"
    with pytest.raises(tidewaiter.DeniedError, match=r"secret\.found") as raised:
        decision.raise_for_deny()
    assert raised.value.code == "denied"


def test_every_form_of_a_document_is_the_same(gate: tidewaiter.Gate, documents: list[Path]) -> None:
    content = [path.read_bytes() for path in documents]
    forms: list[Any] = [
        [(path.name, data) for path, data in zip(documents, content, strict=True)],
        [(path.name, bytearray(data)) for path, data in zip(documents, content, strict=True)],
        [(path.name, memoryview(data)) for path, data in zip(documents, content, strict=True)],
        [tidewaiter.Document(data, name=path.name) for path, data in zip(documents, content, strict=True)],
    ]
    decisions = {gate.check(form, now=NOW).to_json() for form in forms}
    assert len(decisions) == 1
    parsed = [(path.name, json.loads(data)) for path, data in zip(documents, content, strict=True)]
    assert gate.check(parsed, now=NOW).outcome == "deny"


def test_many_dossiers_come_back_in_order(gate: tidewaiter.Gate, documents: list[Path]) -> None:
    broken = [("sbom.json", b"{")]
    results = gate.check_many([documents, broken, documents], now=NOW)
    assert [result.outcome for result in results if isinstance(result, tidewaiter.Decision)] == [
        "deny",
        "error",
        "deny",
    ]
    missing = gate.check_many([documents, ["no/such/file"]], now=NOW)
    assert isinstance(missing[1], tidewaiter.DocumentError)


def test_other_threads_run_during_a_check(gate: tidewaiter.Gate) -> None:
    components = [
        {"type": "library", "bom-ref": str(i), "name": f"a{i}", "version": "1", "purl": f"pkg:npm/a{i}@1"}
        for i in range(20_000)
    ]
    big = json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components}).encode()
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    gate.check([("sbom.json", big)], now=NOW)
    during = ticks
    done.set()
    thread.join()
    assert during > 1


def test_errors_say_where_and_what(tmp_path: Path) -> None:
    broken = tmp_path / "gate.yaml"
    broken.write_text("version: 1\nprofil: strict\n", encoding="utf-8")
    with pytest.raises(tidewaiter.GateError, match="profil") as raised:
        tidewaiter.Gate(broken)
    error = raised.value
    assert error.code == "invalid_gate"
    assert error.document == str(broken)
    assert error.pointer is not None
    assert error.pointer.startswith("line 2")
    with pytest.raises(tidewaiter.PolicyError, match="line"):
        tidewaiter.Gate(policies=[("x.rego", "package x\n\ndeny contains\n")])
    with pytest.raises(tidewaiter.GateError):
        tidewaiter.Gate().check([], subject="   ")


def test_a_mistaken_call_is_a_type_error(gate: tidewaiter.Gate) -> None:
    with pytest.raises(TypeError, match="unknown option"):
        gate.check([], subjekt="x")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="document"):
        gate.check([7])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="time zone"):
        gate.check([], now=datetime(2026, 1, 1))


def test_the_moment_is_a_datetime_or_text(gate: tidewaiter.Gate, documents: list[Path]) -> None:
    moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert gate.check(documents, now=moment).to_json() == gate.check(documents, now=NOW).to_json()


def test_facts_and_detection(gate: tidewaiter.Gate, documents: list[Path]) -> None:
    facts = gate.facts(documents, now=NOW)
    assert facts["schema"] == "facts/v1"
    assert len(facts["components"]) > 8
    assert tidewaiter.detect(documents[0])["format"] == "cyclonedx-json"


def test_rules_carry_their_metadata() -> None:
    rules = {rule["id"]: rule for rule in tidewaiter.Gate().rules()}
    assert len(rules) >= 200
    assert rules["vulnerability.kev"]["severity"] == "critical"


def test_a_policy_may_be_text() -> None:
    rego = 'package acme.names\n\ndeny contains "unnamed" if input.subject.name == null\n'
    gate = tidewaiter.Gate(policies=[("names.rego", rego)])
    assert "acme.names" in {finding["rule"] for finding in gate.check([], now=NOW).findings}


def test_an_earlier_decision_is_remembered(gate: tidewaiter.Gate, documents: list[Path]) -> None:
    first = gate.check(documents, now=NOW)
    second = gate.check(documents, now="2026-11-24T10:00:00Z", previous=first)
    assert second.to_dict()["seen"].keys() == first.to_dict()["seen"].keys()


def test_every_code_has_its_class() -> None:
    assert set(_tidewaiter.ERROR_CODES) <= set(_errors.BY_CODE)


def test_an_exception_travels_between_processes() -> None:
    with pytest.raises(tidewaiter.GateError) as raised:
        tidewaiter.Gate(text="version: 2\n")
    copied = pickle.loads(pickle.dumps(raised.value))
    assert copied.code == raised.value.code
