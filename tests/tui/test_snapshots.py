"""What the shell's screens look like: small in Finnish, large in English."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from readycheck.i18n import Lang, Translator
from readycheck.tui.app import ReadycheckApp
from tests.tui.made_up import TODAY
from tests.tui.small_list import EVENINGS, FAQ, app_with, archive_at

ANSWERS = {
    EVENINGS: {"owner": {"value": "yes", "on": TODAY}, "consultant": {"value": "no", "on": TODAY},
               "note": "chat klo 16 saakka", "evidence": ["https://lankakauppa.example/yhteys"]},
    FAQ: {"owner": {"value": "partly", "on": TODAY}},
}
Compare = Callable[..., bool]
pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("lang", "size"), [("fi", (80, 24)), ("en", (120, 40))])
def test_a_question(tmp_path: Path, snap_compare: Compare, lang: Lang, size: tuple[int, int]) -> None:
    assert snap_compare(app_with(tmp_path, lang, answers=ANSWERS), terminal_size=size)


@pytest.mark.parametrize(("lang", "size"), [("fi", (80, 24)), ("en", (120, 40))])
def test_the_list_of_shops(tmp_path: Path, snap_compare: Compare, lang: Lang, size: tuple[int, int]) -> None:
    app = ReadycheckApp(archive_at(tmp_path, answers=ANSWERS), Translator(lang), TODAY)
    assert snap_compare(app, terminal_size=size)
