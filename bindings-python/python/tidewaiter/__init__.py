"""Policy gates for software supply chains: documents in, one decision out.

>>> import tidewaiter
>>> decision = tidewaiter.Gate().check({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []})
>>> decision.denied
True
"""

from ._errors import (
    DeniedError,
    DocumentError,
    GateError,
    InternalError,
    LedgerError,
    PolicyError,
    TidewaiterError,
    VerificationError,
)
from ._tidewaiter import Decision, Document, Gate, __version__, detect

__all__ = [
    "Decision",
    "DeniedError",
    "Document",
    "DocumentError",
    "Gate",
    "GateError",
    "InternalError",
    "LedgerError",
    "PolicyError",
    "TidewaiterError",
    "VerificationError",
    "__version__",
    "detect",
]
