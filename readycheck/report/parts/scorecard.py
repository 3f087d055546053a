"""The score card: readiness with its known share, the coverages, and where the points went."""

from __future__ import annotations

from readycheck.core.names import BAND_NAMES
from readycheck.core.results import Contribution
from readycheck.core.scored import Scored
from readycheck.core.standing import standing
from readycheck.core.years.compare import coverages
from readycheck.report.case import Case
from readycheck.report.charts.meter import Meter
from readycheck.report.charts.points import Points, PointsBar
from readycheck.report.model import Block, Bullets, Chart, Item, KeyFigure, KeyFigures, Missing, Section, Table

ON_THE_CARD = ("coverage/opening_hours", "coverage/faq", "coverage/contact_reasons", "coverage/january")


def scorecard(case: Case) -> Section:
    """Readiness, the four coverages beside it and the three largest losses."""
    tr = case.tr
    blocks: list[Block] = [*_meter(case), _readiness(case), _coverages(case)]
    if not case.scores.readiness.contributions:
        remedy = tr("Answer the season checklist; import the data with readycheck import.")
        blocks.append(Missing((tr("There is nothing to base a readiness score on yet."),), remedy))
        return Section("score-card", tr("Score card"), tuple(blocks))
    losses = Section("losses", tr("Three largest losses"), (_losses(case),))
    return Section("score-card", tr("Score card"), tuple(blocks), (losses,))


def points(case: Case) -> Section:
    """What every score adds to readiness; nothing where nothing is weighed yet."""
    drawn = (_points(case),) if case.scores.readiness.contributions else ()
    return Section("points", case.tr("Where the points are"), drawn)


def _meter(case: Case) -> list[Block]:
    """The score between its thresholds, which stand in the audit's own copy of the checklist."""
    score = case.scores.readiness.score
    bands = next((kept.bands for kept in case.audit.checklists if kept.bands is not None), None)
    if score is None:
        return []
    marks = ((bands.nearly, "nearly"), (bands.ready, "ready")) if bands else ()
    named = tuple((place, f"{case.tr(BAND_NAMES[band])} {case.tr.number(place, 0)}") for place, band in marks)
    title = case.tr("Readiness on a scale of 100")
    words = case.tr("The score is {score}.", score=case.tr.number(score))
    return [Chart("meter", title, words, Meter(score, case.tr.number(score), named))]


def _readiness(case: Case) -> KeyFigures:
    readiness = case.scores.readiness
    word = standing(case.scores)
    figures = (
        KeyFigure(case.tr("Readiness"), case.figures.score(readiness.score), case.tr(word) if word else ""),
        KeyFigure(case.tr("Known share"), case.figures.share(readiness.known), case.tr("of what is assessed")),
        KeyFigure(case.tr("Blockers"), case.figures.count(len(case.scores.blockers)), ""),
        KeyFigure(case.tr("Contradictions"), case.figures.count(len(case.scores.contradictions)), ""),
    )
    return KeyFigures(case.tr("At a glance"), figures)


def _coverages(case: Case) -> KeyFigures:
    scored = coverages(case.scores)
    figures = tuple(
        KeyFigure(case.title(key), case.figures.score(scored[key].score), _note(case, scored[key]))
        for key in ON_THE_CARD
    )
    return KeyFigures(case.tr("The four coverages"), figures)


def _note(case: Case, scored: Scored) -> str:
    if not scored.applicable:
        return case.tr("does not apply")
    return case.tr("no data: counts as zero") if scored.score is None else case.tr("out of 100")


def _losses(case: Case) -> Bullets:
    items = tuple(
        Item(
            case.tr("{name}: {points} points lost", name=case.listed_title(part.id), points=case.tr.number(part.lost)),
            _standing(case, part),
        )
        for part in case.scores.readiness.losses
    )
    return Bullets(items or (Item(case.tr("Nothing is lost.")),), numbered=bool(items))


def _standing(case: Case, part: Contribution) -> str:
    if part.score is None:
        return case.tr("It has no data yet, and what is not known counts as zero.")
    return case.tr(
        "Its score is {score}; its weight in the mean is {weight}.",
        score=case.tr.number(part.score), weight=case.figures.weight(part.weight).text,
    )


def _points(case: Case) -> Chart:
    parts = sorted(case.scores.readiness.contributions, key=lambda part: -part.lost)
    bars = tuple(
        PointsBar(case.listed_title(part.id), part.points, part.lost, case.tr(
            "{won} of {all}", won=case.tr.number(part.points), all=case.tr.number(part.points + part.lost)
        ))
        for part in parts
    )
    return Chart(
        "points",
        case.tr("What each score adds to readiness, and what it leaves out"),
        case.tr("The length of a bar is the weight of the score; the hatched part could still be gained."),
        Points(bars, case.tr("points gained"), case.tr("points lost")),
        _table(case, parts),
    )


def _table(case: Case, parts: list[Contribution]) -> Table:
    tr, figures = case.tr, case.figures
    return Table(
        tr("The picture's figures"),
        (tr("Section or coverage"), tr("Weight"), tr("Points out of 100"), tr("Known"), tr("Won"), tr("Lost")),
        tuple(
            (case.listed_title(part.id), figures.weight(part.weight), figures.score(part.score),
             figures.share(part.known), figures.score(part.points), figures.score(part.lost))
            for part in parts
        ),
    )
