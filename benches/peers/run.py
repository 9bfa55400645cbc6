#!/usr/bin/env python3
"""Whole processes on the same files: CPU seconds and peak memory of Tidewaiter, OPA, conftest and a Python script.

Usage: run.py [COMPONENTS]. Tools that are not on the PATH are left out. Build first: cargo build --release -p tidewaiter-cli
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RUNS = 5


def documents(folder: Path, components: int) -> None:
    """An SBOM, and a scan in which every tenth component has two vulnerabilities."""
    packages = []
    matches = []
    for i in range(components):
        version = f"{i % 7}.{i % 19}.{i % 11}"
        purl = f"pkg:npm/package-{i}@{version}"
        packages.append(
            {
                "bom-ref": f"{purl}?package-id={i:016x}",
                "type": "library",
                "name": f"package-{i}",
                "version": version,
                "licenses": [{"expression": "MIT" if i % 50 else "AGPL-3.0-only"}],
                "hashes": [{"alg": "SHA-256", "content": f"{i:064x}"}],
                "purl": purl,
                "properties": [{"name": "syft:location:0:path", "value": "/package-lock.json"}] * 3,
            }
        )
        if i % 10 == 0:
            for k in range(2):
                matches.append(
                    {
                        "vulnerability": {
                            "id": f"CVE-2026-{10000 + 2 * i + k}",
                            "severity": "Critical" if i % 160 == 0 else "Medium",
                            "description": "what goes wrong, where and under which conditions " * 3,
                            "fix": {"state": "fixed", "versions": ["9.0.0"]},
                        },
                        "relatedVulnerabilities": [],
                        "artifact": {"name": f"package-{i}", "version": version, "type": "npm", "purl": purl},
                    }
                )
    sbom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": "2026-11-01T10:00:00Z"},
        "components": packages,
    }
    scan = {"matches": matches, "descriptor": {"name": "grype", "version": "0.110.0"}}
    (folder / "sbom.json").write_text(json.dumps(sbom))
    (folder / "scan.json").write_text(json.dumps(scan))
    (folder / "input.json").write_text(json.dumps({"sbom": sbom, "scan": scan}))


def measure(command: list[str]) -> tuple[float, float]:
    """CPU seconds and megabytes of one process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    components = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents(folder, components)
        sbom, scan, joined = (str(folder / f) for f in ("sbom.json", "scan.json", "input.json"))
        binary = str(ROOT / "target/release/tidewaiter")
        rego = str(HERE / "gate.rego")
        commands = {
            "tidewaiter, whole baseline": [binary, "check", sbom, scan, "--format", "json"],
            "tidewaiter, the same questions": [binary, "check", sbom, scan, "--format", "json", "--gate", str(HERE / "gate.yaml")],
            "opa eval": ["opa", "eval", "--data", rego, "--input", joined, "data.main.deny"],
            "conftest": ["conftest", "test", "--policy", str(HERE), joined],
            "python": [sys.executable, str(HERE / "gate.py"), sbom, scan],
        }
        print(f"{components} components")
        for label, command in commands.items():
            if shutil.which(command[0]) is None:
                print(f"{label:32} not here")
                continue
            runs = [measure(command) for _ in range(RUNS)]
            cpu = statistics.median(r[0] for r in runs)
            memory = statistics.median(r[1] for r in runs)
            print(f"{label:32} {cpu:7.3f} s CPU {memory:7.0f} MB")


if __name__ == "__main__":
    main()
