"""The exceptions: one class for each code that the core can answer with."""

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
    at: str | None = None
    #: What was wrong, without place and advice.
    reason: str = ""
    #: What to do next.
    remedy: str = ""


class UnreadableDocumentError(TidewaiterError):
    """A document could not be understood, or there is nothing at its path."""

    code = "unreadable_document"


class UnknownFormatError(TidewaiterError):
    """No reader knows this content, or there is no format of the declared name."""

    code = "unknown_format"


class LimitExceededError(TidewaiterError):
    """A bound on size, depth or time was reached."""

    code = "limit_exceeded"


class InvalidSubjectError(TidewaiterError):
    """The subject is not a usable reference."""

    code = "invalid_subject"


class InvalidGateError(TidewaiterError):
    """A gate file, waiver file or option says something that cannot be followed."""

    code = "invalid_gate"


class InvalidPolicyError(TidewaiterError):
    """A policy does not parse or compile."""

    code = "invalid_policy"


class FailedRuleError(TidewaiterError):
    """A rule could not be evaluated."""

    code = "failed_rule"


class UntrustedSignatureError(TidewaiterError):
    """Signature material does not verify."""

    code = "untrusted_signature"


class LedgerFailureError(TidewaiterError):
    """The ledger could not be read or written."""

    code = "ledger_failure"


class InternalError(TidewaiterError):
    """The library itself failed; please report it."""

    code = "internal_error"


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
    error.code: error
    for error in (
        UnreadableDocumentError,
        UnknownFormatError,
        LimitExceededError,
        InvalidSubjectError,
        InvalidGateError,
        InvalidPolicyError,
        FailedRuleError,
        UntrustedSignatureError,
        LedgerFailureError,
        InternalError,
    )
}


def error_of(
    code: str, message: str, document: str | None, at: str | None, reason: str, remedy: str
) -> TidewaiterError:
    """The exception for an error of the core; a code that is newer than this table keeps its word."""
    error = BY_CODE.get(code, TidewaiterError)(message)
    error.code = code
    error.document = document
    error.at = at
    error.reason = reason
    error.remedy = remedy
    return error
