"""Parquet: the same counts as the same table in CSV; nothing that is damaged, nested or made to burst is taken."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from readycheck.demand.files.opening import open_file
from readycheck.errors import ReadycheckError
from tests.demand.imports import EXPORTS, busy, imported, mistakes, recognised, written
from tests.demand.measuring import taken

pytestmark = pytest.mark.slow

ORDER = "SELECT 1 AS id, TIMESTAMP '2025-11-28 10:00:00' AS created"


def parquet(path: Path, query: str, options: str = "") -> Path:
    """The result of a query as a Parquet file."""
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'Asia/Tokyo'")  # whoever wrote the file may live anywhere
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet{options})")
    return path


def told(path: Path) -> str:
    """The one sentence by which a file is refused."""
    with pytest.raises(ReadycheckError) as error:
        recognised(path)
    (sentence,) = mistakes(error.value)
    return sentence


@pytest.mark.parametrize(("file", "kind", "columns"), [
    ("shopify_orders_full.csv", "orders", 79), ("zendesk_full_export.csv", "contacts", None),
    ("dst_edges.csv", "orders", None), ("woocommerce_core_analytics_browser.csv", "orders", None),
])
def test_a_table_counts_as_in_csv(file: str, kind: str, columns: int | None, tmp_path: Path) -> None:
    table = f"SELECT * FROM read_csv('{EXPORTS / file}', all_varchar = true, delim = ',', header = true)"
    path = parquet(tmp_path / "a.parquet", table)
    options = {"kind": kind} if kind == "orders" else {"kind": kind, "timezone": "UTC"}
    plain, inside = imported(EXPORTS / file, **options), imported(path, **options)
    same = ("source", "rows", "rejected", "counts")
    assert {key: inside.entry[key] for key in same} == {key: plain.entry[key] for key in same}
    if columns is not None:
        assert len(recognised(path).files[0].headings) == columns


def test_times_of_every_kind(tmp_path: Path) -> None:
    # the moment that is 12:00 in Helsinki, 10:00 UTC; a time that says nothing is the shop's
    query = "SELECT 1 AS id, {} AS created"
    for time, hours in (
        ("TIMESTAMPTZ '2025-11-28 10:00:00+00'", {(4, 12): 1}), ("TIMESTAMP '2025-11-28 10:00:00'", {(4, 10): 1}),
        ("TIMESTAMP_NS '2025-11-28 10:00:00.987654321'", {(4, 10): 1}),
        ("TIMESTAMP_MS '2025-11-28 10:00:00.9'", {(4, 10): 1}), ("DATE '2025-11-28'", {}),
    ):
        counts = imported(parquet(tmp_path / "a.parquet", query.format(time))).entry["counts"]
        assert (busy(counts), counts["daily"]) == (hours, "1")


def test_cells_of_every_kind_and_columns_that_are_left_out(tmp_path: Path) -> None:
    path = _kinds(tmp_path)
    text = open_file(path, tmp_path, 0).readable.read_text(encoding="utf-8")
    assert text.splitlines() == [
        "id,f,m,created at,d,k,s,b,n,u,long,o d",
        f'1,2,1.25,2025-11-28 08:00:00+00:00,2025-11-28,10:00:01,"a b""c, d",true,,7,{"x" * 4000},1',
    ]
    notes = [str(note) for note in open_file(path, tmp_path, 1).notes]
    assert notes == ["odd [1]*.parquet: columns that hold lists or other parts are left out: 5"]


def _kinds(folder: Path) -> Path:
    return parquet(folder / "odd [1]*.parquet", """SELECT 1::BIGINT AS id, 2.0::DOUBLE AS f, 1.25::DECIMAL(6,2) AS m,
        TIMESTAMPTZ '2025-11-28 10:00:00+02' AS "created at", DATE '2025-11-28' AS d, TIME '10:00:01' AS k,
        'a' || chr(10) || 'b"c,' || chr(1) || chr(133) || 'd' AS s, true AS b, NULL::INT AS n, 7::UTINYINT AS u,
        repeat('x', 5000) AS long, [1, 2] AS l, {'a': 1} AS st, 'x'::BLOB AS bl, INTERVAL 1 DAY AS i,
        MAP {'a': 1} AS mp, 1 AS "o\nd" """)


def test_places_are_records(tmp_path: Path) -> None:
    rows = "SELECT * FROM (VALUES (1, '2025-11-28 10:00'), (2, ''), (3, 'soon'), (4, 'later')) t(id, created)"
    result = imported(parquet(tmp_path / "a.parquet", rows))
    assert [str(refusal.message()) for refusal in result.rejected] == [
        "time not readable: 2 refused, the first in a.parquet in record 3",
        "time missing: 1 refused, the first in a.parquet in record 2",
    ]


def test_what_is_damaged_has_no_rows_or_no_columns(tmp_path: Path) -> None:
    whole = parquet(tmp_path / "a.parquet", f"{ORDER} FROM range(5000)").read_bytes()
    for content in (whole[:4], whole[:len(whole) // 2], whole[:-1], b"PAR1" + b"\xff" * 5000 + b"\xff\xff\xff\x7fPAR1",
                    whole[:200] + bytes(200) + whole[400:]):
        assert told(written(tmp_path, content, "b.parquet")) == (
            "b.parquet: this Parquet file is damaged or cut short. Export it again, or as CSV.")
    assert "no column of plain values" in told(parquet(tmp_path / "c.parquet", "SELECT [1, 2] AS l"))
    assert "there are headings but no rows" in str(
        recognised(parquet(tmp_path / "d.parquet", f"{ORDER} WHERE false")).questions[0].message())


@pytest.mark.slow
@pytest.mark.parametrize(("text", "rows"), [("repeat('salaisuus', 1000)", 100_000), ("'salaisuus'", 5_000_000)])
def test_a_few_bytes_for_hundreds_of_megabytes(text: str, rows: int, tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", f"{ORDER}, {text} AS note FROM range({rows})", ", COMPRESSION zstd")
    assert path.stat().st_size < 1_000_000
    sentence = taken(path).sentence
    assert "than its size explains" in sentence and "salaisuus" not in sentence
