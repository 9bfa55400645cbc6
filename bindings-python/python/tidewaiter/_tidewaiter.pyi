from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from os import PathLike
from typing import Any, Final, Literal, TypeAlias, final

from typing_extensions import Buffer

from ._errors import TidewaiterError

__version__: Final[str]
ERROR_CODES: Final[tuple[str, ...]]

_Path: TypeAlias = str | PathLike[str]
_Content: TypeAlias = Buffer | Mapping[str, Any] | list[Any]
_Document: TypeAlias = _Path | _Content | tuple[str, _Content] | Document
_Documents: TypeAlias = (
    # A list is always a list of documents here; inside of it, a list is parsed JSON.
    _Path | Buffer | Mapping[str, Any] | Document | Iterable[_Document]
)
_Policy: TypeAlias = _Path | tuple[str, str]
_Kind: TypeAlias = Literal["image", "package", "binary", "deployment", "source", "unknown"]
_Exposure: TypeAlias = Literal["public", "internal", "unknown"]
_Distribution: TypeAlias = Literal["internal", "saas", "distributed", "unknown"]

@final
class Document:
    def __new__(cls, source: _Path | _Content, name: str | None = None, format: str | None = None) -> Document: ...
    @property
    def source(self) -> _Path | _Content: ...
    @property
    def name(self) -> str | None: ...
    @property
    def format(self) -> str | None: ...

@final
class Gate:
    def __new__(
        cls,
        path: _Path | None = None,
        *,
        policies: _Path | Sequence[_Policy] = (),
        raw_policies: _Path | Sequence[_Path] = (),
        profile: str | None = None,
        text: str | None = None,
    ) -> Gate: ...
    def check(
        self,
        documents: _Documents,
        *,
        subject: str | None = None,
        now: datetime | str | None = None,
        kind: _Kind | None = None,
        exposure: _Exposure | None = None,
        distribution: _Distribution | None = None,
        environment: str | None = None,
        context: Any = None,
        previous: Decision | Mapping[str, Any] | None = None,
        since: Decision | Mapping[str, Any] | None = None,
        formats: Mapping[str, str] | None = None,
    ) -> Decision: ...
    def check_many(
        self, items: Iterable[_Documents], *, now: datetime | str | None = None
    ) -> list[Decision | TidewaiterError | Exception]: ...
    def facts(
        self,
        documents: _Documents,
        *,
        subject: str | None = None,
        now: datetime | str | None = None,
        kind: _Kind | None = None,
        exposure: _Exposure | None = None,
        distribution: _Distribution | None = None,
        environment: str | None = None,
        context: Any = None,
        previous: Decision | Mapping[str, Any] | None = None,
        since: Decision | Mapping[str, Any] | None = None,
        formats: Mapping[str, str] | None = None,
    ) -> dict[str, Any]: ...
    def rules(self) -> list[dict[str, Any]]: ...

@final
class Decision:
    @property
    def outcome(self) -> Literal["pass", "warn", "deny", "error"]: ...
    @property
    def denied(self) -> bool: ...
    @property
    def findings(self) -> list[dict[str, Any]]: ...
    @property
    def exit_code(self) -> Literal[0, 1, 2]: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def render(self, fmt: str) -> str: ...
    def raise_for_deny(self) -> None: ...

def detect(document: _Document) -> dict[str, Any]: ...
def run_cli(arguments: Sequence[str]) -> int: ...
