"""Contacts coded by keyword rules: counts worked out by hand, and what people coded stays as it is."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from readycheck.core.audit import Reason
from readycheck.demand.recognition import Recognition
from readycheck.storage.checklists import reason_codes
from tests.demand.imports import EXPORTS, imported, recognised, written

HEAD = "id;created;channel;reason;subject;tags;message\n"
COLUMNS = {"subject": "subject", "tags": "tags", "text": "message"}


def table(folder: Path, *rows: str, head: str = HEAD, name: str = "export.csv") -> Path:
    """A file of contacts; a row is `reason;subject;tags;message`, an id and a time stand before it."""
    numbered = (f"{n};2025-11-{n % 28 + 1:02d} 10:00;Mail;{row}" for n, row in enumerate(rows, 1))
    return written(folder, head + "\n".join(numbered) + "\n", name)


def looked_at(*paths: Path, **options: Any) -> Recognition:
    return recognised(*paths, kind="contacts", codes=reason_codes(),
                      **{"code_reasons": True, "columns": COLUMNS, **options})


def counted(*paths: Path, **options: Any) -> dict[str, Any]:
    counts: dict[str, Any] = imported(
        *paths, kind="contacts", codes=reason_codes(), **{"code_reasons": True, "columns": COLUMNS, **options}
    ).entry["counts"]
    return counts


def test_by_hand_in_three_languages(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Palautus;Lasku;;",                     # people coded it: a return, whatever the subject says
        ";Palautuksen tila;;",                  # rule: return
        "muu;Var är mitt paket?;;",             # "other" says nothing. Rule: where is my order
        ";Where is my order 10023;;",           # rule: where is my order
        "-;Missä tilaukseni on;;",              # rule: where is my order
        ";Lasku ja palautus;;",                 # two reasons: uncoded
        ";Kysymys;;Haluan palauttaa paidan",    # the message may not be read: uncoded
        ";Moi;return;",                         # rule, by the tag: return
        "Villasukat;Palautus;;",                # people coded it with a name of their own
        ";;;",                                  # nothing at all: uncoded
    )
    counts = counted(path)
    # 2 + 1 of people and rules, 3 of rules, 1 of people; 10 in all
    assert counts["reasons"] == {"return": 3, "where-is-my-order": 3, "villasukat": 1}
    assert counts["by_rule"] == {"return": 2, "where-is-my-order": 3}
    assert counts["uncoded"] == 3
    assert sum(map(int, counts["daily"].split())) == 10 == sum(counts["reasons"].values()) + counts["uncoded"]


def test_nothing_is_coded_unless_asked(tmp_path: Path) -> None:
    path = table(tmp_path, ";Palautus;return;palautus", "Lasku;Palautus;;")
    counts = counted(path, code_reasons=False)
    assert (counts["reasons"], counts["uncoded"], "by_rule" in counts) == ({"invoice": 1}, 1, False)
    assert looked_at(path, code_reasons=False).by_rule is None


def test_messages_are_read_only_with_leave(tmp_path: Path) -> None:
    path = table(tmp_path, ";Kysymys;;Haluan palauttaa paidan", ";;;Var är mitt paket")
    assert counted(path)["uncoded"] == 2
    allowed = counted(path, code_reasons=False, read_texts=True)     # leave for the texts asks for the rules too
    assert (allowed["by_rule"], allowed["uncoded"]) == ({"return": 1, "where-is-my-order": 1}, 0)


def test_a_file_without_a_reason_column(tmp_path: Path) -> None:
    path = written(tmp_path, "created,subject\n2025-11-28,Palautus\n2025-11-29,Moi\n2025-11-30,palautusta\n")
    counts = counted(path, columns={"subject": "subject"})
    assert (counts["reasons"], counts["by_rule"], counts["uncoded"]) == ({"return": 2}, {"return": 2}, 1)


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_an_id_counts_once_and_people_go_before_rules(tmp_path: Path, order: tuple[int, ...]) -> None:
    rows = [
        "7;2025-11-28 10:00;;Palautus",        # 7: people coded its second row, so no rule touches it
        "7;2025-11-28 11:00;Lasku;Re: Palautus",
        "8;2025-11-28 10:00;;Moi",             # 8: its first message says nothing, its second is a return
        "8;2025-11-28 12:00;muu;Palautus",
        "9;2025-11-28 10:00;;Takuu",           # 9: one row
    ]
    path = written(tmp_path, "id;created;reason;subject\n" + "\n".join(rows[n] for n in order) + "\n")
    counts = counted(path, columns={"subject": "subject"})
    assert counts["reasons"] == {"invoice": 1, "return": 1, "warranty": 1}
    assert counts["by_rule"] == {"return": 1, "warranty": 1}
    assert counts["uncoded"] == 0


def test_of_several_rows_that_rules_code_the_earliest_counts(tmp_path: Path) -> None:
    path = written(tmp_path, "id;created;reason;subject\n7;2025-11-28 12:00;;Lasku\n7;2025-11-28 10:00;;Palautus\n")
    assert counted(path, columns={"subject": "subject"})["by_rule"] == {"return": 1}


def test_people_may_have_coded_the_contact_in_another_file(tmp_path: Path) -> None:
    head = "id;created;reason;subject\n"
    first = written(tmp_path, head + "7;2025-11-28 10:00;;Palautus\n8;2025-11-28 10:00;;Palautus\n", "a.csv")
    second = written(tmp_path, head + "7;2025-11-28 12:00;Lasku;\n", "b.csv")
    counts = counted(first, second, columns={"subject": "subject"})
    assert (counts["reasons"], counts["by_rule"]) == ({"invoice": 1, "return": 1}, {"return": 1})


def test_the_shops_own_keywords(tmp_path: Path) -> None:
    path = table(tmp_path, ";Nastarenkaiden vaihdosta;;", ";Lasku;;")
    own = {"tyre-change": Reason(keywords=("vaihto",))}
    assert counted(path, reasons=own)["by_rule"] == {"invoice": 1, "tyre-change": 1}


def test_rows_left_out_or_refused_do_not_count(tmp_path: Path) -> None:
    path = written(tmp_path, "created;subject\n2025-11-28;Palautus\nsoon;Palautus\n;Lasku\n2025-11-29;x;y;z\n")
    counts = counted(path, columns={"subject": "subject"})
    assert (counts["by_rule"], counts["uncoded"]) == ({"return": 1}, 0)


def test_cells_with_line_breaks_and_odd_spaces(tmp_path: Path) -> None:
    path = table(tmp_path, ';"Palautus\nkiitos";;', ";\u00a0Palautus\u202f;;", "\u00a0;PALAUTUS;;")
    counts = counted(path)
    assert (counts["by_rule"], counts["uncoded"]) == ({"return": 3}, 0)


def test_a_files_own_text_cannot_pass_for_a_mark(tmp_path: Path) -> None:
    path = table(tmp_path, "\x1frule 0;Moi;;", "\x1frule 1;Palautus;;")
    counts = counted(path)
    assert counts["reasons"] == {"rule-0": 1, "rule-1": 1} and "by_rule" not in counts


def test_without_a_column_to_read_it_is_one_question(tmp_path: Path) -> None:
    path = written(tmp_path, "created,reason\n2025-11-28,Palautus\n")
    (question,) = looked_at(path, columns={}).questions
    assert "no column with the subject or tags" in str(question.message())
    assert "--column subject=" in str(question.message())
    # only a message and no leave to read it
    path = written(tmp_path, "created,message\n2025-11-28,Palautus\n")
    assert looked_at(path, columns={"text": "message"}).questions
    assert not looked_at(path, columns={"text": "message"}, read_texts=True).questions


def test_the_sample_shows_three_of_each_reason_with_people_hidden(tmp_path: Path) -> None:
    path = table(
        tmp_path, *(f";Palautus {n};;" for n in range(5)), ";Palautus 7;;", ";Palautus 7;;",
        ";;;Hei, Maija Meikäläinen tässä, 040 123 4567. " + "Blaa blaa. " * 20 + "Missä pakettini viipyy? T. Maija",
        ";Takuu maija.testi@example.fi;vip;",
    )
    found = looked_at(path, read_texts=True)
    assert found.by_rule is not None
    sample = {(sampled.reason, sampled.words): sampled.text for sampled in found.by_rule.sample}
    returns = [sampled.text for sampled in found.by_rule.sample if sampled.reason == "return"]
    assert len(returns) == 3 and "Palautus 7" in returns               # the commonest text is among them
    assert sample["warranty", ("takuu",)] == "Takuu ••• · vip"
    (late,) = (text for (reason, _), text in sample.items() if reason == "where-is-my-order")
    assert "Missä pakettini viipyy" in late and len(late) <= 80 and "Maija" not in late
    lines = [str(line) for line in found.lines]
    coded = "Return 7, Warranty and repair 1, Where is my order 1"
    assert f"coded by keyword rules: {coded}; still without a reason: 0" in lines
    assert "by rule Warranty and repair: “Takuu ••• · vip” (takuu)" in lines


def test_a_recognition_with_rules_can_be_sent_to_another_process() -> None:
    found = looked_at(EXPORTS / "freshdesk_tickets.csv", timezone="UTC", columns={"subject": "Subject"})
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_later_count_of_the_same_files_codes_the_same(tmp_path: Path) -> None:
    path = table(tmp_path, ";Palautus;;", ";Lasku;;")
    path.write_text(path.read_text() + "3;2031-01-01 10:00;Mail;;Palautus;;\n")   # too far ahead: counted once more
    counts = counted(path)
    assert (counts["by_rule"], counts["reasons"]) == ({"invoice": 1, "return": 1}, {"invoice": 1, "return": 1})
