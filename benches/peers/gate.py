"""The questions of the measurement as people write them by hand."""

import json
import sys

sbom = json.load(open(sys.argv[1], encoding="utf-8"))
scan = json.load(open(sys.argv[2], encoding="utf-8"))
known = {c.get("purl") for c in sbom["components"]}
deny = []
for m in scan["matches"]:
    v, purl = m["vulnerability"], m["artifact"]["purl"]
    if v["severity"] == "Critical" and v["fix"]["state"] == "fixed":
        deny.append(f"critical and fixable: {v['id']} in {purl}")
    if purl not in known:
        deny.append(f"not in the SBOM: {purl}")
for c in sbom["components"]:
    if any(entry.get("expression") == "AGPL-3.0-only" for entry in c.get("licenses", [])):
        deny.append(f"license: {c['purl']}")
    if "version" not in c:
        deny.append(f"no version: {c['name']}")
print("\n".join(sorted(deny)))
