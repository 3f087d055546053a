"""The command's progress as a bar; whatever else it says is no progress."""

from __future__ import annotations

import pytest

from readycheck.i18n import Translator
from readycheck.tui.import_progress import progress_line

LINE = '{"phase": "counting", "rows": 460000, "share": 0.5, "remaining_s": 2.4}'


def test_share_rows_and_what_remains() -> None:
    assert progress_line(LINE, Translator("en")) == "Counting … ███████░░░░░░░ 50% · 460,000 rows · 2 s left"
    assert progress_line(LINE, Translator("fi")) == (
        "Lasketaan … ███████░░░░░░░ 50\u00a0% · 460\u00a0000 riviä · jäljellä 2 s"
    )


@pytest.mark.parametrize(("line", "shown"), [
    ('{"phase": "reading", "rows": null, "share": null, "remaining_s": null}', "Reading …"),
    ('{"phase": "brewing", "share": 1.0}', "Working … ██████████████ 100%"),
    ('{"phase": "counting", "remaining_s": 150.0}', "Counting … · 2 min left"),
    ('{"phase": "counting", "remaining_s": 0.2}', "Counting … · 1 s left"),
])
def test_what_is_not_known_is_left_out(line: str, shown: str) -> None:
    assert progress_line(line, Translator("en")) == shown


@pytest.mark.parametrize("line", [
    "", "Reading …", "readycheck: a.csv: no", "7", "[]", "{}", '{"phase": 1}', '{"phase": "counting", "share": 7}',
    '{"phase": "counting", "share": NaN}', "[" * 100_000,
])
def test_another_line_is_no_progress(line: str) -> None:
    assert progress_line(line, Translator("en")) == ""
