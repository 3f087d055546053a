"""`readycheck agreement`: the one page that a sparring session ends in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

from readycheck.commands.desk import Desk
from readycheck.commands.output import output_path, write_file
from readycheck.commands.season import Season
from readycheck.commands.statuses import DONE
from readycheck.report.agreement.build import build
from readycheck.report.agreement.model import Agreement

RENDERERS = {".html": "html", ".md": "markdown"}


def run(arguments: Namespace, desk: Desk) -> int:
    """Write it whole or not at all and say where it is; without a file, as Markdown on standard output."""
    path = None if arguments.output is None else output_path(arguments.output, RENDERERS)
    season = Season.open(desk, arguments.shop)
    agreement = build(season.audit, season.scores, desk.tr.lang, desk.today)
    form = ".md" if path is None else path.suffix.lower()
    render: Callable[[Agreement], str] = import_module(f"readycheck.report.agreement.{RENDERERS[form]}").render
    if path is None:
        desk.write(render(agreement))
        return DONE
    write_file(path, render(agreement).encode())
    desk.write(desk.tr("The agreement is here: {path}", path=str(path)))
    return DONE
