"""Every kind of page that the program writes, in both languages, with everything on it and with nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from readycheck.report import html
from readycheck.report.agreement import html as agreement
from readycheck.report.model import Report
from tests.report.reports import LANGS, empty, full
from tests.report.shop_years import compared
from tests.report.test_agreement import made

REPORTS: dict[str, Callable[[], Report]] = {}
PAGES: dict[str, Callable[[], str]] = {}


def _page(make: Callable[[], Report]) -> str:
    return html.render(make())


for lang in LANGS:
    REPORTS |= {f"report {lang}": partial(full, lang), f"empty report {lang}": partial(empty, lang)}
    REPORTS[f"comparison {lang}"] = partial(compared, lang)
    PAGES[f"agreement {lang}"] = lambda lang=lang: agreement.render(made(lang))
PAGES |= {name: partial(_page, make) for name, make in REPORTS.items()}
