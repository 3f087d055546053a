"""The lines that are filled in on the mapping screen."""

from __future__ import annotations

from readycheck.core.message import say
from readycheck.tui.fields import Field

KINDS = {"orders": say("orders"), "contacts": say("contacts"), "survey": say("survey")}
DATES = {"dmy": say("3 April"), "mdy": say("4 March")}
RULES = {"": say("off"), "code": say("subject and tags"), "texts": say("message texts too")}
KIND = Field("kind", say("What it holds"), "choice", KINDS)
FILES = Field("files", say("File"), hint=say("a path, or several; Tab completes it"))
ORDERS = Field("orders", say("Orders' file"), hint=say("to count the days from order to contact; not needed"))
DATE_ORDER = Field("dates", say("3/4/2026 is"), "choice", DATES)
BY_RULES = Field("rules", say("Keyword rules"), "choice", RULES)
CHANNEL = Field("channel", say("Channel"), hint=say("if only one: phone"))
SHEET = Field("sheet", say("Sheet"), hint=say("the first one"))
SOURCE = Field("source", say("Source's name"), hint=say("its next import replaces this"))
