"""The forms of a report, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from readycheck.report.model import Report

RENDERERS = {".html": "html", ".md": "markdown", ".json": "json_file", ".csv": "csv_file"}


def rendered(report: Report, ending: str) -> bytes:
    """The report's file; `ending` is one of RENDERERS, whose module is loaded when it is wanted."""
    render: Callable[[Report], str] = import_module(f"readycheck.report.{RENDERERS[ending]}").render
    return render(report).encode()
