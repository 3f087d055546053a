"""The made-up shop's report, byte for byte, in both languages and all formats.

After a change that is meant: `python -m tests.report.test_golden` writes the files anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.report import csv_file, html, json_file, markdown
from tests.report.reports import LANGS, full

GOLDEN = Path(__file__).parent / "golden"
FORMATS = {"html": html.render, "md": markdown.render, "csv": csv_file.render, "json": json_file.render}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ending", FORMATS)
def test_the_report_is_as_it_was(ending: str, lang: str) -> None:
    expected = (GOLDEN / f"report.{lang}.{ending}").read_bytes().decode()
    assert FORMATS[ending](full(lang)).splitlines() == expected.splitlines()


if __name__ == "__main__":
    for language in LANGS:
        for suffix, render in FORMATS.items():
            text = render(full(language)).replace("\r\n", "\n")  # CSV has its own line ends, a checkout other ones
            (GOLDEN / f"report.{language}.{suffix}").write_bytes(text.encode())
