"""The errors factcheck raises on purpose; each says where, what and what to do."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Result


class FactcheckError(Exception):
    """Base of all errors that are not a defect of factcheck itself."""


class InputError(FactcheckError):
    """An input that cannot be read or does not follow its format.

    ``str()`` gives ``path:line:column: what; what to do``, leaving out what is not known.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, column: int = 0, code: str = "FC911"):
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.code = code

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{where}: {self.message}" if where else self.message


class ConfigError(InputError):
    """A configuration, option or argument that cannot be used."""


class PluginError(FactcheckError):
    """A plugin that cannot be loaded or that failed; ``plugin`` is the one to blame.

    ``results`` are those of all claims that were to be judged, where a check of it failed on some: the
    outcome of these is ``error``, the others are judged as ever.
    """

    def __init__(self, plugin: str, message: str, results: Sequence[Result] = ()):
        super().__init__(message)
        self.plugin = plugin
        self.message = message
        self.results = tuple(results)

    def __str__(self) -> str:
        return f"plugin {self.plugin}: {self.message}"
