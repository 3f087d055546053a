"""Every command that prints JSON, on audits of all kinds: what the schemas are held against."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

EXPORTS = Path(__file__).parents[1] / "data" / "exports"
Facts = tuple[str, Any]
"""The schema's name and one output."""


def facts_of_a_season(run: Run, shop: str, out: Path) -> Iterator[Facts]:
    """What the commands say of one season of a shop; nothing of it is changed for good."""
    yield "score", _said(run, "score", shop)
    yield "hours", _said(run, "hours", shop, "--suggest", "6")
    yield "staffing", _said(run, "staffing", shop)
    yield "staffing", _said(run, "staffing", shop, "--explain", "--set", "plan.growth=1.1")
    yield "staffing-scenarios", _said(run, "staffing", shop, "--scenarios")
    yield "staffing-check", _said(run, "staffing", shop, "--check")
    yield "actions", _said(run, "actions", shop)
    yield "merge", _said(run, "merge", shop)
    yield "forget", _said(run, "forget", shop, "--dry-run")
    yield "report", _written(run, "report", shop, out / "report.json")


def facts_of_two_seasons(run: Run, shop: str, out: Path) -> Iterator[Facts]:
    """Of a shop with a season before."""
    yield "compare", _said(run, "compare", shop)
    yield "compare-file", _written(run, "compare", shop, out / "compare.json")
    yield "staffing-suggest", _said(run, "staffing", shop, "--suggest", "12")
    yield "staffing-suggest", _said(run, "staffing", shop, "--suggest", "12", "--take")
    yield "staffing", _said(run, "staffing", shop, "--set", "plan.growth=1.1", "--keep", "more")
    yield "staffing-scenarios", _said(run, "staffing", shop, "--scenarios")
    yield "staffing-learn", _said(run, "staffing", shop, "--learn")


def facts_of_the_folder(run: Run) -> Iterator[Facts]:
    """What needs no shop, or takes all of them."""
    yield "list", _said(run, "list")
    yield "portfolio", _said(run, "portfolio")
    yield "verify", _said(run, "verify")
    yield "keys", _said(run, "keys")
    yield "checklist-list", _said(run, "checklist", "list")
    for name in ("peak-season", "purchase-path", "service-process", "service-quality", "channels"):
        yield "checklist-show", _said(run, "checklist", "show", name)
    yield "import-formats", json.loads(run("import", "--list-formats", "--json").out)


def facts_of_handover(run: Run, shop: str, home: Path, out: Path) -> Iterator[Facts]:
    """A season sent, edited meanwhile, taken back in."""
    yield "export", _said(run, "export", shop, "--all", "-o", out / "sent.zip")
    yield "take", _said(run, "take", out / "sent.zip", "--as", "other")
    run("set", "other", "plan.growth=1.3", "plan.shrinkage=0.2", "shop.country=SE")
    run("set", shop, "plan.growth=1.4")
    yield "export", _said(run, "export", "other", "-o", out / "back.zip")
    yield "take", _said(run, "take", out / "back.zip", "--as", shop, "--dry-run")
    yield "take", _said(run, "take", out / "back.zip", "--as", shop, "--yes")
    yield "merge", _said(run, "merge", shop)


def facts_of_what_is_wrong(run: Run, shop: str, home: Path) -> Iterator[Facts]:
    """Five shops and more, one of which cannot be read; then one of them forgotten."""
    for n in range(5):
        (home / "shops" / f"{shop}-{n}").mkdir()
        shutil.copy(home / "shops" / shop / "2026.toml", home / "shops" / f"{shop}-{n}")
    yield "portfolio", _said(run, "portfolio", "--anonymous")
    (home / "shops" / f"{shop}-0" / "2026.toml").write_bytes(b"\0")
    for name in ("list", "portfolio", "verify"):
        yield name, _said(run, name)
    yield "verify", _said(run, "verify", "--repair")
    yield "forget", _said(run, "forget", f"{shop}-1", "--yes")


def facts_of_lists(run: Run, shop: str, out: Path) -> Iterator[Facts]:
    """A list of one's own, its newer version taken up, and taken out again."""
    first, second = out / "gifts.yaml", out / "gifts-2.yaml"
    assert run("checklist", "new", first).status == 0
    text = first.read_text(encoding="utf-8")
    second.write_text(text.replace("id: gifts-2", "id: gifts").replace("version: 1", "version: 2")
                      .replace("weight: 2", "weight: 3"), encoding="utf-8")
    yield "checklist-validate", _said(run, "checklist", "validate", first)
    yield "checklist-validate", _said(run, "checklist", "validate", second, "--against", first)
    yield "checklist-changes", _said(run, "checklist", "changes", shop)
    yield "checklist-changes", _said(run, "checklist", "changes", shop, first)
    yield "checklist-take", _said(run, "checklist", "take", shop, first, "--yes")
    run("answer", shop, "gifts/gifts.gift-receipt", "yes")
    yield "checklist-changes", _said(run, "checklist", "changes", shop, second)
    yield "checklist-take", _said(run, "checklist", "take", shop, second, "--yes")
    yield "checklist-take", _said(run, "checklist", "drop", shop, "gifts", "--yes")
    yield "score", _said(run, "score", shop)


def facts_of_imports(run: Run, shop: str) -> Iterator[Facts]:
    """Dry and real, with questions open and with nothing that could be read."""
    orders, contacts = EXPORTS / "shopify_orders_full.csv", EXPORTS / "zendesk_full_export.csv"
    yield "import", _said(run, "import", "orders", shop, orders, "--dry-run")
    yield "import", _said(run, "import", "orders", shop, orders)
    yield "import", _said(run, "import", "contacts", shop, contacts, "--dry-run")
    coded = ("--timezone", "UTC", "--code-reasons", "--orders", orders)
    yield "import", _said(run, "import", "contacts", shop, contacts, *coded)
    yield "import", _said(run, "import", "orders", shop, EXPORTS / "excel_fi_utf8bom_semicolon.csv", "--dry-run")
    yield "import", _said(run, "import", "survey", shop, EXPORTS / "excel_orders.xlsx")
    yield "import", _said(run, "import", "contacts", shop, __file__)


def facts_of_two_places(run: Run, shop: str, home: Path) -> Iterator[Facts]:
    """A copy of a sync program with an edit, and what both changed."""
    path = home / "shops" / shop / "2026.toml"
    shutil.copy(path, path.with_name("2026 (conflicted copy 2026-11-01 101500).toml"))
    (path.with_name("2026 (1).toml")).write_bytes(b"\0")
    run("set", shop, "plan.growth=1.3", "plan.shrinkage=0.2")
    yield "merge", _said(run, "merge", shop)
    yield "verify", _said(run, "verify")
    (path.with_name("2026 (1).toml")).unlink()
    yield "merge", _said(run, "merge", shop, "--copies")
    yield "verify", _said(run, "verify", "--repair")


def _said(run: Run, *words: str | Path) -> Any:
    said = run(*words, "--json")
    assert said.out, said.err
    return json.loads(said.out)


def _written(run: Run, verb: str, shop: str, path: Path) -> Any:
    assert run(verb, shop, "-o", path).status == 0
    return json.loads(path.read_text(encoding="utf-8"))
