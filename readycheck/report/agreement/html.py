"""The agreement as one HTML page of A4: no script, nothing from the network, every text escaped."""

from __future__ import annotations

from readycheck.report.agreement.model import Agreement
from readycheck.report.html import environment


def render(agreement: Agreement) -> str:
    """The whole file."""
    return environment().get_template("agreement.html.j2").render(agreement=agreement)
