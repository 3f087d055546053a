"""The portfolio's own arguments."""

from __future__ import annotations

from typing import get_args

from readycheck.commands.arguments import Parser, Words
from readycheck.core.portfolio import Kind, Order


def add_options(parser: Parser, tr: Words) -> None:
    """Folders, order, filters, marks and where to write."""
    parser.add_argument("folders", nargs="*", metavar=tr("FOLDER"),
                        help=tr("folders of audits, each a home or its shops folder (that of --home)"))
    parser.add_argument("--sort", choices=get_args(Order), default="need", metavar=tr("ORDER"),
                        help=tr("what comes first: need (who needs you first), score, change, due, name, known or "
                                "blockers"))
    parser.add_argument("--only", action="append", choices=get_args(Kind), default=[], metavar=tr("KIND"),
                        help=tr("only shops of a kind: blockers, not-started, not-ready, nearly, ready, fell, overdue, "
                                "due or marked (may be given again: each narrows further)"))
    parser.add_argument("--mark", action="append", default=[], metavar=tr("SHOP"),
                        help=tr("mark a shop for yourself (may be given again)"))
    parser.add_argument("--unmark", action="append", default=[], metavar=tr("SHOP"),
                        help=tr("take a mark away"))
    parser.add_argument("-o", "--output", metavar=tr("FILE"),
                        help=tr("write it to a file: the ending says the form, .html, .md, .csv or .json"))
    parser.add_argument("--anonymous", action="store_true",
                        help=tr("only the group's medians and quartiles, from five shops on; no shop can be told"))
    parser.set_defaults(rest="folders")
