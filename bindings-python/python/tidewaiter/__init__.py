"""Policy gates for software supply chains: documents in, one decision out.

>>> import tidewaiter
>>> decision = tidewaiter.Gate().check({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []})
>>> decision.denied
True
"""

from ._errors import (
    DeniedError,
    FailedRuleError,
    InternalError,
    InvalidGateError,
    InvalidPolicyError,
    InvalidSubjectError,
    LedgerFailureError,
    LimitExceededError,
    TidewaiterError,
    UnknownFormatError,
    UnreadableDocumentError,
    UntrustedSignatureError,
)
from ._tidewaiter import Decision, Document, Gate, __version__, detect

__all__ = [
    "Decision",
    "DeniedError",
    "Document",
    "FailedRuleError",
    "Gate",
    "InternalError",
    "InvalidGateError",
    "InvalidPolicyError",
    "InvalidSubjectError",
    "LedgerFailureError",
    "LimitExceededError",
    "TidewaiterError",
    "UnknownFormatError",
    "UnreadableDocumentError",
    "UntrustedSignatureError",
    "__version__",
    "detect",
]
