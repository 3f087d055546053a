"""Year against year: what the shop did, apart from what the checklist did (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Iterable

from readycheck.core.audit import Audit
from readycheck.core.forecast.grading import grade_or_why
from readycheck.core.results import Scores
from readycheck.core.scoring import score
from readycheck.core.years.comparison import Comparison, ForecastGrade
from readycheck.core.years.demand_sides import moved_demand
from readycheck.core.years.headline import coverages, headline, turned
from readycheck.core.years.promises import promised, promises
from readycheck.core.years.questions import question_row
from readycheck.core.years.rate_moved import rate_moved
from readycheck.core.years.score_rows import score_rows
from readycheck.core.years.settings import setting_rows

__all__ = ["compare", "coverages"]


def compare(
    before: Audit, after: Audit, scored_before: Scores | None = None, scored_after: Scores | None = None,
    between: Iterable[Audit] = (),
) -> Comparison:
    """Two audits held against each other; `compare(b, a)` mirrors `compare(a, b)`.

    Scores that are there already spare most of the time. `between`: the shop's seasons that lie between the two, in
    which a promise may have been kept.
    """
    found = headline(scored_before or score(before), scored_after or score(after), turned(before, after))
    since = [action for audit in between for action in promised(audit)]
    became, graded = promises(promised(before), promised(after), since), grade_or_why(before, after)
    grade = graded if isinstance(graded, ForecastGrade) else None
    return Comparison(
        before.season.year, after.season.year, found.old, found.new, found.before, found.after, found.improved,
        found.list_changed,
        score_rows(found),
        tuple(question_row(pair) for pair in found.pairs),
        setting_rows(before, after),
        kept=became.kept, not_kept=became.not_kept, carried=became.carried,
        observations=before.observations,
        forecast=grade, not_graded=None if isinstance(graded, ForecastGrade) else graded,
        unanswered=None if found.unanswered is None else (before, after)[found.unanswered].season.year,
        demand=moved_demand(before, after), rate=rate_moved(before, after),
    )
