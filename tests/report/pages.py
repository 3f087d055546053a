"""Every kind of page that the program writes, in both languages, with everything on it and with nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from readycheck.report import html
from readycheck.report.agreement import html as agreement
from readycheck.report.model import Report
from tests.report.reports import LANGS, empty, full
from tests.report.test_agreement import made


def _page(make: Callable[[], Report]) -> str:
    return html.render(make())


PAGES: dict[str, Callable[[], str]] = {}
for lang in LANGS:
    PAGES[f"report {lang}"] = partial(_page, partial(full, lang))
    PAGES[f"empty report {lang}"] = partial(_page, partial(empty, lang))
    PAGES[f"agreement {lang}"] = lambda lang=lang: agreement.render(made(lang))
