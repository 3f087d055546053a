"""`readycheck keys`: every key of the app, and a keys.toml to be edited."""

from __future__ import annotations

from argparse import Namespace

from readycheck.commands.desk import Desk
from readycheck.commands.statuses import DONE
from readycheck.commands.text import table
from readycheck.errors import ReadycheckError


def run(arguments: Namespace, desk: Desk) -> int:
    """The table or the file; then what is wrong in the keys.toml that is there."""
    from readycheck.tui.key_listing import as_toml, rows
    from readycheck.tui.keymap import read_keymap
    from readycheck.tui.keys import KEY_FILE

    path = (desk.settings or desk.home) / KEY_FILE
    found, tr = read_keymap(path), desk.tr
    listed = list(rows(found, tr))
    if arguments.toml:
        desk.raw(as_toml(found, path, tr))
    elif desk.json:
        desk.facts({"file": str(path), "keys": [
            {"id": row.id, "keys": row.keys, "label": row.label, "tip": row.tip, "changed": row.changed}
            for row in listed
        ]})
    else:
        shown = [(row.id, " ".join(row.keys), row.label, row.tip) for row in listed]
        desk.write(*table((tr("Id"), tr("Keys"), tr("Name"), tr("What it does")), shown, desk.columns, ""))
        desk.write("", tr("Other keys: {path} (create it with: readycheck keys --toml)", path=str(path)))
    if found.problems:
        raise ReadycheckError(*found.problems)
    return DONE
