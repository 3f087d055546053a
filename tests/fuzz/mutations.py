"""Damage as disks, editors, networks and people do it: a few changes of a real file at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Change = Callable[[bytes, Random], bytes]

TOKENS: tuple[bytes, ...] = (
    # numbers and dates that no shop has
    b"9" * 400, b"-9223372036854775809", b"18446744073709551616", b"1e999", b"-0", b"nan", b"inf", b"0x", b"1_0",
    b"0001-01-01", b"9999-12-31", b"2026-02-30", b"1970-01-01T00:00:00Z", b"9999-12-31T23:59:60+14:00", b"24:00",
    b"99:99", b"28.11.2025 14.05", b"25/10/2026 03:30", b"0000-00-00 00:00:00", b"1e-400", b"+00:60", b"2026-W54",
    # signs that mean something to YAML, TOML or CSV
    b"&a", b"*a", b"<<: ", b"!!python/object/apply:os.system ", b"!!int ''", b"? ", b"%YAML 9.9\n", b"---\n", b"...\n",
    b"|2-\n", b">", b"{", b"}", b"[", b"]", b"[[", b"]]", b"[" * 600, b"{a: " * 400, b"a." * 4000, b"[[a]]\n", b"= ",
    b'"""', b"'''", b'"', b"'", b"\\u0000", b"\\ud800", b"\\U00110000", b"\\x1b", b"#", b",", b";", b"\t", b"|", b'""',
    b"sep=;\n", b"sep=\x00\n", b'","', b": ", b"- ", b"  - " * 300,
    # bytes that no text has, or that a terminal would take for an order
    b"\x00", b"\x00" * 600, b"\x1a", b"\x1b]52;c;QQ==\x07", b"\x9b31m", b"\x7f", b"\xff", b"\xfe\xff", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xc2\x85",
    b"\xcc\x81" * 300, b"\r", b"\n", b"\r\n", b"\n\n\n", b" " * 3000, b"x" * 140_000,
    # formulas and markup
    b"=cmd|' /c calc'!A0", b"<script>alert(1)</script>", b"[@click=app.quit]x[/]", b"{{7*7}}", b"../../etc/passwd",
)


def damaged(seed: bytes, others: Sequence[bytes], rng: Random) -> bytes:
    """The file after one to six changes; now and then most of it comes from another file."""
    data = rng.choice(CHANGES)(seed, rng)
    if others and rng.random() < 0.1:
        data = _spliced(data, rng.choice(others), rng)
    for _ in range(rng.choice((0, 0, 1, 2, 5))):
        data = rng.choice(CHANGES)(data, rng)
    return data[:1_500_000]


def _place(data: bytes, rng: Random) -> int:
    return rng.randrange(len(data) + 1)


def _span(data: bytes, rng: Random, most: int = 400) -> tuple[int, int]:
    start = _place(data, rng)
    return start, min(len(data), start + rng.randrange(1, most))


def _spliced(data: bytes, other: bytes, rng: Random) -> bytes:
    return data[: _place(data, rng)] + other[_place(other, rng):]


def _flip_bits(data: bytes, rng: Random) -> bytes:
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 20)) if made else 0):
        made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def _cut_end(data: bytes, rng: Random) -> bytes:
    return data[: _place(data, rng)]


def _cut_out(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng)
    return data[:start] + data[end:]


def _zero_out(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng, 4096)
    return data[:start] + b"\0" * (end - start) + data[end:]


def _say_twice(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 1, 2, 50)) + data[end:]


def _put_in(data: bytes, rng: Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + rng.choice(TOKENS) + data[at:]


def _replace_value(data: bytes, rng: Random) -> bytes:
    """What stands behind a sign or between two of them becomes something else."""
    signs = [at for at, byte in enumerate(data[:200_000]) if byte in b"=:,;[{\"'"]
    if not signs:
        return _put_in(data, rng)
    start = rng.choice(signs) + 1
    end = next((at for at in range(start, len(data)) if data[at] in b"\n,;]}\"'"), len(data))
    return data[:start] + rng.choice(TOKENS) + data[end:]


def _change_lines(data: bytes, rng: Random) -> bytes:
    """Lines swapped, moved in or out, taken away or said again."""
    lines = data.splitlines(keepends=True)
    if len(lines) < 2:
        return _put_in(data, rng)
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(5):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines[one] = b"  " * rng.randrange(1, 40) + lines[one]
        case 2:
            lines[one] = lines[one].lstrip()
        case 3:
            del lines[one]
        case _:
            lines.insert(other, lines[one])
    return b"".join(lines)


def _other_breaks(data: bytes, rng: Random) -> bytes:
    """Line ends of another system, or several systems' in one file."""
    if rng.random() < 0.5:
        return data.replace(b"\n", rng.choice((b"\r\n", b"\r", b"\n\r", b"\xc2\x85")))
    breaks = (b"\n", b"\r\n", b"\r")
    return b"".join(line.rstrip(b"\r\n") + rng.choice(breaks) for line in data.splitlines(keepends=True))


def _other_letters(data: bytes, rng: Random) -> bytes:
    """Written anew in another encoding."""
    codec = rng.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32", "utf-7"))
    return data.decode("utf-8", "replace").encode(codec, "replace")


CHANGES: tuple[Change, ...] = (
    _flip_bits, _flip_bits, _cut_end, _cut_out, _zero_out, _say_twice, _put_in, _put_in, _replace_value,
    _replace_value, _replace_value, _change_lines, _change_lines, _other_breaks, _other_letters,
)
