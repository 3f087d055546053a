"""`[service]` out of the imports: what surveys and response times bring, beside what a person has typed.

Every figure that an import brings stands with what belongs to it (its answers; a channel's 90th percentile and
counts). A figure that differs from what the imports say was typed by a person: it stays, and loses the import's
company. All surveys add up, and all sources of a channel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeVar

from readycheck.core.audit import Service
from readycheck.core.message import Message, say
from readycheck.core.responses import BY_IMPORT, ResponseTimes, sum_responses
from readycheck.core.survey import SurveyCounts, figure_message, figures, sum_surveys
from readycheck.errors import wrong
from readycheck.storage.decode import Mistakes, decode, key_text
from readycheck.storage.document import REMOVED, Document, with_value

T = TypeVar("T")
Leaf = tuple[str, ...]
Company = Mapping[Leaf, Any]
"""A figure and what belongs to it, by their places in `[service]`."""
Kind = Literal["survey", "contacts"]
SHARES = ("fcr", "nps", "csat")


def with_service(document: Mapping[str, Any], before: Sequence[Mapping[str, Any]], kind: Kind) -> Document:
    """The document, its `[service]` as its imports of `kind` say; `before` are the imports that it stands for now."""
    old, new = _brought(before, kind), _brought(document.get("imports", []), kind)
    changed = dict(document)
    for figure in dict.fromkeys((*old, *new)):
        stands, was = _at(changed, figure), old.get(figure, {})
        comes = new.get(figure, {}) if stands is None or stands == was.get(figure) else {}
        changed = _without(changed, {leaf: value for leaf, value in was.items() if leaf not in comes})
        for leaf, value in comes.items():
            if _at(changed, leaf) in (None, was.get(leaf)):
                changed = with_value(changed, ("service", *leaf), value)
    return changed


def typed_over(document: Mapping[str, Any]) -> Document:
    """The document after somebody typed in `[service]`: a figure that no import said has no import's company."""
    changed = dict(document)
    for figure, company in _all_brought(document).items():
        if _at(changed, figure) != company[figure]:
            changed = _without(changed, company)
    return changed


def typed_figures(document: Mapping[str, Any], kind: str) -> tuple[Message, ...]:
    """A sentence for each figure that a person typed and the imports of `kind` say otherwise: it stays as typed."""
    return tuple(
        say("{key}: {typed:.6g} was typed by hand and stays; the import gives {brought:.6g}. To take the import's,"
            " clear it (readycheck set … {key}=) and import again.", key=key_text(("service", *figure)), typed=typed,
            brought=company[figure])
        for figure, company in _all_brought(document, kind).items()
        for typed in [_at(document, figure)] if typed is not None and typed != company[figure]
    )


def surveys_together(document: Mapping[str, Any]) -> tuple[Message, ...]:
    """The figures of all surveys together, a line each; nothing where there are fewer than two to add up."""
    own = [entry for entry in document.get("imports", []) if entry.get("kind") == "survey"]
    counted = _surveys(own)
    return tuple(
        say("all surveys together: {figure}", figure=figure_message(name, figure))
        for name, figure in figures(sum_surveys(counted)).items()
    ) if len(counted) > 1 else ()


def _surveys(entries: Iterable[Mapping[str, Any]]) -> list[SurveyCounts]:
    """The counts of those that have any; an earlier edition kept figures."""
    return [
        _decoded(SurveyCounts, entry, entry.get("counts", {})) for entry in entries if not _kept_as_figures(entry)
    ]


def _all_brought(document: Mapping[str, Any], only: str = "") -> dict[Leaf, Company]:
    kinds: tuple[Kind, ...] = ("survey", "contacts")
    return {
        figure: company for kind in kinds if only in ("", kind)
        for figure, company in _brought(document.get("imports", []), kind).items()
    }


def _at(document: Mapping[str, Any], leaf: Leaf) -> Any:
    node: Any = document.get("service")
    for part in leaf:
        node = node.get(part) if isinstance(node, Mapping) else None
    return node


def _without(document: Document, company: Company) -> Document:
    """Without what an import brought and nobody has changed since."""
    for leaf, value in company.items():
        if _at(document, leaf) == value:
            document = with_value(document, ("service", *leaf), REMOVED)
            if len(leaf) > 1 and not _at(document, leaf[:-1]):
                document = with_value(document, ("service", *leaf[:-1]), REMOVED)
    return document


def _brought(entries: Iterable[Mapping[str, Any]], kind: Kind) -> dict[Leaf, Company]:
    """Every figure that the imports of `kind` bring together, with its company."""
    own = [entry for entry in entries if entry.get("kind") == kind]
    return _from_surveys(own) if kind == "survey" else _from_contacts(own)


def _from_surveys(entries: Sequence[Mapping[str, Any]]) -> dict[Leaf, Company]:
    """The sum of all counts; a survey that an earlier edition kept as figures gives those that no count gives."""
    counted = _surveys(entries)
    brought: dict[Leaf, Company] = {}
    for entry in filter(_kept_as_figures, entries):
        for name, value in entry["counts"].items():
            grades = value if name == "grades" else {}
            parts: dict[Leaf, Any] = {("grades", grade): share for grade, share in grades.items()} or {(name,): value}
            brought |= {leaf: {leaf: part} for leaf, part in parts.items()}
    if counted:
        total = sum_surveys(counted)
        brought |= {("n",): {("n",): total.n}}
        for name, figure in figures(total).items():
            leaf: Leaf = (name,) if name in SHARES else ("grades", name)
            brought[leaf] = {leaf: figure.value, ("answers", name): figure.n}
    return brought


def _kept_as_figures(entry: Mapping[str, Any]) -> bool:
    counts = entry.get("counts", {})
    return any(key in counts for key in ("fcr", "nps", "grades")) or isinstance(counts.get("csat"), int | float)


def _from_contacts(entries: Sequence[Mapping[str, Any]]) -> dict[Leaf, Company]:
    """Each channel's first responses, of all sources that tell them."""
    by_channel: dict[str, dict[str, ResponseTimes]] = {}
    for entry in entries:
        for channel, times in entry.get("counts", {}).get("responses", {}).items():
            if channel not in Service.__dataclass_fields__:
                read = _decoded(ResponseTimes, entry, times)
                by_channel.setdefault(channel, {})[_measured_from(entry)] = read
    companies = {
        (channel, "first_response_s"): _company(channel, sum_responses(list(parts.values())), ", ".join(parts))
        for channel, parts in by_channel.items()
    }
    return {figure: company for figure, company in companies.items() if figure in company}


def _measured_from(entry: Mapping[str, Any]) -> str:
    """The source, and the column where it is not the usual one."""
    column = entry.get("counts", {}).get("responses_of", "")
    source = entry.get("source", "")
    return f"{source} ({column})" if column else str(source)


def _company(channel: str, times: ResponseTimes, sources: str) -> Company:
    """A channel's figure and company; nothing where nobody was answered."""
    if times.median_s is None:
        return {}
    values = {"first_response_s": times.median_s, "p90_s": times.p90_s, "n": times.n, "unanswered": times.unanswered,
              "within": dict(times.within), "measured_from": BY_IMPORT + sources}
    values |= {"estimated": True} if times.estimated else {}
    return {(channel, key): value for key, value in values.items()}


def _decoded(kind: type[T], entry: Mapping[str, Any], counts: Any) -> T:
    read = decode(kind, counts, Mistakes(unknown_keys=False))
    if read is None:
        raise wrong(
            say("the counts of the earlier import \"{source}\" cannot be read.", source=str(entry.get("source"))[:60]),
            say("Import that source's files again."), key="imports",
        )
    return read
