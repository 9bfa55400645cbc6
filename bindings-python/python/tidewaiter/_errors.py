"""The exceptions: one class for each part of a check; `code` says more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._tidewaiter import Decision


class TidewaiterError(Exception):
    """Everything that stops the library from answering; `code` is the same word in every language."""

    code: str = "unknown"
    #: The document, gate file or policy file that the error is about.
    document: str | None = None
    #: The place inside it: a JSON Pointer, `line L column C`, or `byte N`.
    pointer: str | None = None
    #: What was wrong, without place and advice.
    reason: str = ""
    #: What to do next.
    remedy: str = ""


class DocumentError(TidewaiterError):
    """A document cannot be understood, is over a limit, or has an unknown format."""


class GateError(TidewaiterError):
    """A gate file, waiver file, subject or option cannot be followed."""


class PolicyError(TidewaiterError):
    """A policy does not compile, or a rule could not be evaluated."""


class VerificationError(TidewaiterError):
    """Signature material does not verify."""


class LedgerError(TidewaiterError):
    """The ledger could not be read or written."""


class InternalError(TidewaiterError):
    """The library itself failed; please report it."""


class DeniedError(TidewaiterError):
    """A decision whose outcome is `deny` or `error`, for those who asked for an exception."""

    code = "denied"

    def __init__(self, decision: Decision) -> None:
        findings = [finding for finding in decision.findings if finding["state"] == "open"]
        first = f", first {findings[0]['rule']}: {findings[0]['message']}" if findings else ""
        self.reason = f"the outcome is {decision.outcome} with {len(findings)} open findings{first}"
        self.remedy = "see the findings of the decision"
        self.decision = decision
        super().__init__(self.reason)

    def __reduce__(self) -> tuple[type[TidewaiterError], tuple[str], dict[str, str]]:
        # A decision stays in its process; between processes travels what the exception says.
        return TidewaiterError, (str(self),), {"code": self.code, "reason": self.reason, "remedy": self.remedy}


BY_CODE: dict[str, type[TidewaiterError]] = {
    "unreadable_document": DocumentError,
    "unknown_format": DocumentError,
    "limit_exceeded": DocumentError,
    "invalid_gate": GateError,
    "invalid_subject": GateError,
    "invalid_policy": PolicyError,
    "failed_rule": PolicyError,
    "untrusted_signature": VerificationError,
    "ledger_failure": LedgerError,
    "internal_error": InternalError,
}


def error_of(
    code: str, message: str, document: str | None, pointer: str | None, reason: str, remedy: str
) -> TidewaiterError:
    """The exception for an error of the core; a code that is newer than this table keeps its word."""
    error = BY_CODE.get(code, TidewaiterError)(message)
    error.code = code
    error.document = document
    error.pointer = pointer
    error.reason = reason
    error.remedy = remedy
    return error
