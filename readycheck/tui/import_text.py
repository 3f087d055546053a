"""What the mapping screen says of a look: how the file was read, what would count, what would not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from textual.content import Content

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name, reason_label
from readycheck.core.text import clean
from readycheck.i18n import Translator
from readycheck.storage.demand_edits import brought_before
from readycheck.tui.import_outcome import in_words_of_screen
from readycheck.tui.import_preview import LookedFile, Preview, Question
from readycheck.tui.import_roles import role_name
from readycheck.tui.keys import key_of

FORMS: Mapping[str, Message] = {
    "xlsx": say("Excel workbook"), "json": say("JSON"), "ndjson": say("JSON, a record a line"),
    "mbox": say("mailbox"), "parquet": say("Parquet"),
}
DELIMITERS: Mapping[str, Message] = {" ": say("tab")}  # a tab is a space once it has been cleaned

NAMED = 3
OFFERED = 6
"""So many names of a folder fit a line or two."""
BY_HEADINGS = ("csv", "survey")
"""Formats that are no program's own: their name would say nothing."""


def recognised(preview: Preview, number: int, tr: Translator) -> str:
    """ "Zendesk, recognised by its columns · UTF-8 · delimiter ;" of the file with this number."""
    if not preview.files or not preview.format_name:
        return ""
    file = preview.files[number]
    why = in_words_of_screen(preview.why, tr)
    known = tr("{name}, {why}", name=preview.format_name, why=why)
    facts = [_capital(why) if preview.format in BY_HEADINGS else known, *_form(file, tr)]
    if preview.kept_mapping:
        facts.append(tr("columns as you said last time"))
    return " · ".join(facts)


def taken(file: LookedFile, tr: Translator) -> str:
    """ "Time: Created at · Id: Id": what was recognised, for a table that is wider than the screen."""
    columns = [(role, at) for role, at in file.columns.items() if at < len(file.headings)]
    return " · ".join(f"{tr(role_name(role))}: {file.headings[at]}" for role, at in columns)


def _form(file: LookedFile, tr: Translator) -> Iterator[str]:
    if file.form in FORMS:
        yield tr(FORMS[file.form])
    else:
        yield file.encoding
        yield tr("delimiter {sign}", sign=DELIMITERS.get(file.delimiter, file.delimiter))
    if file.packed:
        yield tr("packed (gzip)")


def question_text(question: Question, tr: Translator, *, alone: bool) -> str:
    """A question as this screen asks it; its file's name stands before it unless it is `alone`, or of the orders'."""
    answers = {"zone": "", "dates": "", "column": tr("Choose the column in the table: ← → and {key}.",
                                                     key=key_of("mapping.choose", "Enter"))}
    if "--" not in question.remedy:
        remedy = question.remedy
    elif re.search(r"\bimport (orders|contacts|survey)\b", question.remedy):
        remedy = tr("Change the first line, or press Tab and {key} if it was recognised wrongly.",
                    key=key_of("importing.plain", "t"))
    else:
        remedy = answers.get(question.about, in_words_of_screen(question.remedy, tr))
    text = f"{question.text} {remedy}".strip()
    unnamed = not question.file or (alone and question.about != "orders")
    return _capital(text) if unnamed else f"{question.file}: {text}"


def not_there(file: Path, names: Sequence[str]) -> Message:
    """What is said of a path that is no file: the `names` that it may become, where there are any."""
    if not names:
        return say("There is no file {file}.", file=clean(str(file)))
    told = ", ".join(names[:OFFERED]) + (" …" if len(names) > OFFERED else "")
    return say("{key} completes: {names}", key=key_of("path.complete", "Tab"), names=told)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def replaced(preview: Preview, document: Mapping[str, Any], tr: Translator) -> str:
    """What the same source brought before goes with an import: said before it, with the way to keep both."""
    old = brought_before(document, preview.kind, preview.source)
    if not old or preview.saved is not None or preview.questions:
        return ""
    there = [file for file in old.get("files", []) if isinstance(file, Mapping)]
    names = [str(file.get("name")) for file in there]
    if {file.get("sha256") for file in there} == {file.sha256 for file in preview.files}:
        # under another name they would be counted twice
        return tr("These same files are in the audit already, as “{source}”: nothing is counted twice.",
                  source=preview.source)
    return tr(
        "This replaces what “{source}” brought before: {files}. To keep both, give this source another name.",
        source=preview.source, files=clean(", ".join(names[:NAMED])) or "–",
    )


def counts(preview: Preview, audit: Audit, tr: Translator, *, texts: bool, note: str = "") -> list[Content]:
    """The lines under the table; `note` stands right under the totals."""
    lines = [*([_totals(preview, tr)] if preview.rows else []), *([Content(f"⚠ {note}")] if note else [])]
    lines += [Content(in_words_of_screen(preview.orders_text, tr))] if preview.orders_text else []
    lines += _names(preview, audit, tr)
    lines += [Content(f"✖ {refused.text}") for refused in preview.rejected]
    if texts:
        lines.append(Content(tr("Message texts are only searched for the rules' words; nothing but counts is kept.")))
    notes = (note for note in preview.notes if note != preview.orders_text)
    return [*lines, *(Content(f"· {in_words_of_screen(note, tr)}") for note in notes)]


def _totals(preview: Preview, tr: Translator) -> Content:
    facts = [tr.plural("one row", "{n:,} rows", preview.rows)]
    if preview.questions:
        facts.append(tr("not counted yet"))
    else:
        facts.append(tr("counted: {amount}", amount=amount(preview, tr)))
    refused = sum(row.count for row in preview.rejected)
    if refused:
        facts.append(tr.plural("one is refused", "{n:,} are refused", refused))
    if preview.first and preview.first == preview.last:
        facts.append(tr.date(preview.first))
    elif preview.first and preview.last:
        facts.append(tr("{first} – {last}", first=preview.first, last=preview.last))
    return Content.styled(" · ".join(facts), "bold")


def amount(preview: Preview, tr: Translator) -> str:
    """How much of it counts, by what it is."""
    match preview.kind:
        case "orders":
            return tr.plural("one order", "{n:,} orders", preview.counted)
        case "survey":
            return tr.plural("one answer", "{n:,} answers", preview.counted)
    return tr.plural("one contact", "{n:,} contacts", preview.counted)


def _names(preview: Preview, audit: Audit, tr: Translator) -> Iterator[Content]:
    channels = [(tr(channel_name(name)), n) for name, n in preview.channels.items()]
    reasons = [(_reason(code, audit, tr), n) for code, n in preview.reasons.items()]
    if preview.uncoded:
        reasons.append((tr("without a reason"), preview.uncoded))
    if channels:
        yield _row(tr("Channels"), channels, tr)
    if reasons:
        yield _row(tr("Reasons"), reasons, tr)
    by_rule = sum(preview.coded_by_rule.values())
    if preview.uncoded and not by_rule:
        yield Content(tr("Those without a reason may get one by the line “Keyword rules” above."))
    if by_rule:
        yield Content(tr.plural("The rules found the reason of one contact.",
                                "The rules found the reason of {n:,} contacts.", by_rule))


def _row(label: str, named: Iterable[tuple[str, int]], tr: Translator) -> Content:
    """Names with their counts, the most first."""
    ordered = sorted(named, key=lambda item: -item[1])
    return Content.assemble((f"{label}: ", "bold"), ", ".join(f"{name} {tr.number(n, 0)}" for name, n in ordered))


def _reason(code: str, audit: Audit, tr: Translator) -> str:
    """A reason's label: the audit's, else the shipped one, else its id."""
    from readycheck.storage.checklists import reason_codes

    label = reason_label(audit, code, tr.lang)
    shipped = (tr(usual.label) for usual in reason_codes().reasons if usual.id == code)
    return label if label != code else next(shipped, code)


def sample_lines(preview: Preview, audit: Audit, tr: Translator) -> list[str | Content]:
    """What the keyword rules matched, people hidden."""
    return [
        Content.assemble((_reason(found.reason, audit, tr), "bold"), f" ← {', '.join(found.words)}\n  {found.text}")
        for found in preview.sample
    ]


def imported(preview: Preview, tr: Translator) -> str:
    """What an import brought."""
    if preview.saved is False:
        return tr("These same files were read before ({amount}): nothing changed.", amount=amount(preview, tr))
    return tr("✔ Imported: {amount}. The scores are up to date. {key} closes.",
              key=key_of("close", "Esc"), amount=amount(preview, tr))
