"""An audit whose only observation counts the saves, so that every state of it can be told from every other."""

from __future__ import annotations

from pathlib import Path

from readycheck.storage.archive import Archive, AuditFile
from tests.storage.shops import audit

SHOP = "kauppa"
_FILLING = "x" * 4_000


def begun(folder: Path, state: Path | None = None) -> Archive:
    """A folder of audits with one that stands at 0; what lies aside is in a folder of its own."""
    archive = Archive(folder / "home", state or folder / "state")
    archive.create(SHOP, audit(observations=_observations(0)))
    return archive


def counted(archive: Archive, file: AuditFile, number: int) -> AuditFile:
    """The audit saved with this number."""
    return archive.save(file, {**file.document, "observations": _observations(number)})


def number_in(file: AuditFile) -> int:
    """The number that an audit stands at; what was cut or mixed fails."""
    (observation,) = file.audit.observations
    number, _, filling = observation.text.partition(" ")
    assert filling == _FILLING, "the text is not whole"
    return int(number)


def _observations(number: int) -> list[dict[str, str]]:
    return [{"kind": "success", "text": f"{number} {_FILLING}"}]
