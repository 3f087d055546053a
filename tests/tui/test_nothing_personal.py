"""An import in the app: nothing of a person stays in any folder, and the screen shows no name, address or number."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.exports_with_people import ALSO, written
from tests.people_in import found_in, found_under, secrets_of
from tests.tui.import_driving import import_screen, paste, push

pytestmark = pytest.mark.slow
EXPORTS = Path(__file__).parents[1] / "data" / "exports"


def shown(app: object) -> str:
    """All that stands on the screen, line by line."""
    screen = app.screen  # type: ignore[attr-defined]
    return "\n".join("".join(part.text for part in line) for line in screen._compositor.render_strips())


@pytest.mark.parametrize("name", ["shopify_orders_full.csv", "woocommerce_core_analytics_browser.csv", "tilaukset.csv"])
async def test_orders_leave_no_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    home, state = tmp_path / "home", tmp_path / "state"
    monkeypatch.setenv("READYCHECK_STATE", str(state))
    path = written(tmp_path / "in")["orders"] if name == "tilaukset.csv" else EXPORTS / name
    secrets = secrets_of(path) | (ALSO if name == "tilaukset.csv" else set())
    assert len(secrets) >= 2
    seen = ""
    async with import_screen(home, "fi", (120, 40)) as (app, pilot):
        await paste(app, pilot, path)
        seen += shown(app)
        await push(app, pilot, "enter")
        seen += shown(app)
        await push(app, pilot, "ctrl+s")
        seen += shown(app)
        assert app.session is not None and app.session.flush()
    people = {each for each in secrets if not each.endswith(".")}
    assert path.name in seen and found_in(seen, people) == []
    assert list(home.rglob("*.toml")) and found_under([home, state], secrets) == []
