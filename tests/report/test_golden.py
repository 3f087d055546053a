"""The made-up shop's report and its comparison of seasons, byte for byte, in both languages and all formats.

After a change that is meant: `python -m tests.report.test_golden` writes the files anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.report import csv_file, html, json_file, markdown
from tests.report.reports import LANGS, full
from tests.report.shop_years import compared

GOLDEN = Path(__file__).parent / "golden"
FORMATS = {"html": html.render, "md": markdown.render, "csv": csv_file.render, "json": json_file.render}
PAGES = {"report": full, "comparison": compared}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_it_was(name: str, ending: str, lang: str) -> None:
    expected = (GOLDEN / f"{name}.{lang}.{ending}").read_bytes().decode()
    assert FORMATS[ending](PAGES[name](lang)).splitlines() == expected.splitlines()


if __name__ == "__main__":
    for page, made in PAGES.items():
        for language in LANGS:
            for suffix, render in FORMATS.items():
                text = render(made(language)).replace("\r\n", "\n")  # CSV has its own line ends, a checkout other ones
                (GOLDEN / f"{page}.{language}.{suffix}").write_bytes(text.encode())
