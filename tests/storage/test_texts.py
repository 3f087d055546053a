"""Tables as texts of their own: together they are what one dump of the document would be."""

from __future__ import annotations

from typing import Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from readycheck.storage.document import above_stamp, dump_document, parse_document, with_value
from readycheck.storage.texts import cut_up, in_order, pieces, texts_of
from tests.storage.shops import audit
from tests.storage.test_document import DOCUMENTS, VALUES

KEYS = st.sampled_from(["answers", "plan", "checklists", "faq", "format", "x y", "[", 'a"]b', "ä\\"])
QUESTIONS = st.sampled_from(["a/b.c", "d", 'q"uote', "[x]", "back\\slash", "ä"])
ANSWERS = st.dictionaries(QUESTIONS, st.dictionaries(KEYS, VALUES, max_size=3), max_size=4)
MADE = st.builds(lambda rest, answers: {**rest, "answers": answers}, st.dictionaries(KEYS, VALUES, max_size=5), ANSWERS)


def text_of(document: dict[str, Any], known: Any = None) -> bytes:
    return b"".join(pieces(table.text for table in texts_of(document, known or {})[0].values()))


@given(DOCUMENTS | MADE)
def test_the_texts_together_are_one_dump(document: dict[str, Any]) -> None:
    assert text_of(document) == tomli_w.dumps(in_order(document)).encode()


@given(MADE, MADE)
def test_after_an_edit_they_are_too_and_only_what_changed_is_made_anew(
    before: dict[str, Any], other: dict[str, Any]
) -> None:
    known, _ = texts_of(before, {})
    after = {**before, **{key: value for key, value in other.items() if key != "answers"},
             "answers": {**before["answers"], **other["answers"]}}
    texts, anew = texts_of(after, known)
    assert b"".join(pieces(table.text for table in texts.values())) == tomli_w.dumps(in_order(after)).encode()
    assert len(anew) <= len(other["answers"]) + len(other) + 1
    assert texts_of(after, texts)[1] == []


@given(MADE)
def test_a_file_is_cut_up_into_the_texts_it_was_made_of(document: dict[str, Any]) -> None:
    above = b"".join(pieces(table.text for table in texts_of(document, {})[0].values()))
    known = cut_up(above, document)
    made = texts_of(document, known)[0]
    assert {key: table.text for key, table in made.items()} == {
        key: table.text for key, table in texts_of(document, {})[0].items()
    }


def test_one_answer_changed_in_a_file_just_read_encodes_that_one_alone() -> None:
    document = parse_document(dump_document(audit(answers={"a/b.c": {"note": "n"}, "a/b.d": {"note": "m"}})), "a")
    above = b"".join(above_stamp(texts_of(document, {})[0])[1:])
    changed = with_value(document, ("answers", "a/b.d", "note"), "other")
    # values without a header are few: they are encoded again
    assert texts_of(changed, cut_up(above, document))[1] == [
        b'format = "readycheck-audit/1"\n', b'[answers."a/b.d"]\nnote = "other"\n',
    ]


def test_a_text_that_another_program_could_have_written_is_not_cut_up() -> None:
    document = {"plan": {"x": "\n[shop]\n"}, "shop": {"name": "K"}}
    assert cut_up(b'[plan]\nx = """\n\n[shop]\n"""\n\n[shop]\nname = "K"\n', document) == {}
    assert cut_up(b'[shop]\nname = "K"\n\n[plan]\n\n[shop.x]\n', document) == {}
    assert cut_up(b"[other]\n", document) == {}
