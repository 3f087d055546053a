"""A whole HTML file around its contents: no script, nothing from the network."""

from __future__ import annotations

from pathlib import Path

from readycheck.i18n import Lang
from readycheck.report.markup import Drawn, block, tag

STYLES = Path(__file__).parent / "styles"
_META = Drawn("""\
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">""")


def page(lang: Lang, title: str, style: str, *contents: Drawn, foot: str = "") -> str:
    """The file; `style` is the name of a sheet in `styles/`, which goes into it. `foot` stands under printed pages."""
    css = (STYLES / style).read_text(encoding="utf-8").strip()
    if foot:
        css += f'\n@page {{ @bottom-left {{ content: "{in_css(foot)}"; font: 8pt sans-serif; color: #4d5c66; }} }}'
    head = block("head", _META, tag("title", title), block("style", Drawn(css)))
    return f"<!DOCTYPE html>\n{block('html', head, block('body', *contents), lang=lang)}\n"


def in_css(text: str) -> str:
    """A text between the quotes of a style's string: nothing in it ends the string, the style or the line."""
    return "".join(char if char.isalnum() or char in " .,–-·" else f"\\{ord(char):x} " for char in text)


def heading(level: int, text: str) -> Drawn:
    """A heading of that level."""
    return tag(f"h{level}", text)
