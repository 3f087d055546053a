"""What came of a run of the import's process: a look to be shown, or a sentence why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.tui.import_preview import Preview, read_preview
from readycheck.tui.import_process import ImportProcess
from readycheck.tui.keys import key_of

OPTIONS: Mapping[str, Message] = {
    "--dates dmy": say("\"3 April\""), "--dates mdy": say("\"4 March\""), "--timezone": say("\"Time zone\""),
    "--channel": say("\"Channel\""), "--source": say("\"Source's name\""), "--sheet": say("\"Sheet\""),
    "--orders": say("\"Orders' file\""),
    "--column": say("the table"), "--code-reasons": say("\"Keyword rules\""), "--read-texts": say("\"Keyword rules\""),
    "--ask-again": say("the key {key}", key=key_of("importing.again", "a")),
    **dict.fromkeys(("--format csv", "--format survey", "--format"),
                    say("the key {key}", key=key_of("importing.plain", "t"))),
}
"""What the command calls so, the screen calls otherwise."""
SAID = "readycheck: "


@dataclass(frozen=True)
class Outcome:
    """`preview` may hold questions; `complaint` is what else went wrong, "" where nothing did."""

    preview: Preview | None
    complaint: str = ""


def outcome(process: ImportProcess, tr: Translator) -> Outcome:
    """Of a process that has ended."""
    preview = read_preview(process.printed) if process.status in (0, 2) else None
    if preview is not None and (process.status == 0 or preview.questions):
        return Outcome(preview)
    told = [line.removeprefix(SAID) for line in process.told if line.startswith(SAID)]
    if process.status == 2 and told:
        return Outcome(preview, "\n".join(in_words_of_screen(line, tr) for line in told))
    if process.status == 0:
        return Outcome(None, tr("What the import answered could not be read: it broke off, or is no answer."))
    return Outcome(None, tr("The import stopped without saying why (status {status}).", status=process.status))


def in_words_of_screen(text: str, tr: Translator) -> str:
    """A sentence of the command's with its options called as the screen calls them."""
    for option, label in OPTIONS.items():
        text = re.sub(rf"{re.escape(option)}(?![\w-])", lambda _, label=label: tr(label), text)  # type: ignore[misc]
    return text
