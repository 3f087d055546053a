"""The guard at the door: who gets in, and what everybody is told who does not."""

from __future__ import annotations

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from readycheck.i18n import Lang, Translator
from readycheck.web.guard import Guard

PORT = 8765
HERE = f"127.0.0.1:{PORT}"


def guard(lang: Lang = "en", port: int = PORT) -> Guard:
    return Guard(port, Translator(lang))


async def asked(door: Guard, path: str = "/", method: str = "GET", **headers: str) -> web.StreamResponse:
    """What comes back; a refusal is an answer too."""
    async def inside(_: web.Request) -> web.StreamResponse:
        return web.Response(text="inside")

    request = make_mocked_request(method, path, headers={"Host": HERE, **headers})
    try:
        return await door.middleware(request, inside)
    except web.HTTPForbidden as refusal:
        return refusal


async def admitted(door: Guard) -> dict[str, str]:
    """The headers of somebody who came with the token."""
    response = await asked(door, f"/?token={door.token}")
    return {"Cookie": f"{door.cookie}={response.cookies[door.cookie].value}"}


async def test_the_token_gives_a_cookie_and_leads_to_the_address_without_it() -> None:
    door = guard()
    assert door.address == f"http://{HERE}/?token={door.token}"
    response = await asked(door, f"/?token={door.token}")
    assert (response.status, response.headers["Location"]) == (303, "/")
    cookie = response.cookies[door.cookie]
    assert cookie["httponly"] is True and cookie["samesite"] == "Strict" and cookie["path"] == "/"
    assert not {name for name in ("domain", "max-age", "expires") if cookie.get(name)} and cookie.value != door.token
    assert (await asked(door, Cookie=f"{door.cookie}={cookie.value}")).status == 200


async def test_the_token_works_once_and_a_wrong_one_does_not_use_it_up() -> None:
    door = guard()
    assert (await asked(door, "/?token=wrong")).status == 403
    assert (await asked(door, "/?token=%C3%A4")).status == 403
    assert (await asked(door, f"/?token={door.token}", "HEAD")).status == 403
    inside = await admitted(door)
    assert (await asked(door, f"/?token={door.token}")).status == 403
    again = await asked(door, f"/?token={door.token}", **inside)  # the person's own history
    assert (again.status, again.headers["Location"], len(again.cookies)) == (303, "/", 0)


@pytest.mark.parametrize("path", ["/", "/ws/t", "/report/t", "/static/js/textual.js", "/nowhere"])
async def test_without_the_cookie_nothing_is_told(path: str) -> None:
    door = guard()
    inside = await admitted(door)
    stale = {"Cookie": f"{guard().cookie}={(await admitted(guard()))['Cookie'].partition('=')[2]}"}
    origin = {"Origin": f"http://{HERE}"}
    assert (await asked(door, path, **origin)).status == 403
    assert (await asked(door, path, **origin, **stale)).status == 403
    assert (await asked(door, path, **origin, **inside)).status == 200


@pytest.mark.parametrize("host, status", [
    (HERE, 200), (f"localhost:{PORT}", 200), ("127.0.0.1", 403), ("127.0.0.1:80", 403),
    (f"attacker.example:{PORT}", 403), (f"127.0.0.1.attacker.example:{PORT}", 403), (f"[::1]:{PORT}", 403), ("", 403),
])
async def test_a_name_of_anothers_that_points_here_is_refused(host: str, status: int) -> None:
    door = guard()
    assert (await asked(door, Host=host, **await admitted(door))).status == status


@pytest.mark.parametrize("origin, status", [
    (f"http://{HERE}", 200), (f"http://localhost:{PORT}", 403), ("http://127.0.0.1:9000", 403),
    (f"https://{HERE}", 403), ("http://attacker.example", 403), ("null", 403), ("", 403),
])
@pytest.mark.parametrize("path", ["/ws/t", "/report/t", "/"])
async def test_a_page_of_anothers_is_refused(path: str, origin: str, status: int) -> None:
    door = guard()
    assert (await asked(door, path, Origin=origin, **await admitted(door))).status == status


async def test_the_websocket_must_say_from_where() -> None:
    door = guard()
    inside = await admitted(door)
    assert (await asked(door, "/ws/t", **inside)).status == 403
    assert (await asked(door, "/", **inside)).status == 200


async def test_the_usual_port_is_left_out_as_browsers_do() -> None:
    door = guard(port=80)
    assert door.address.startswith("http://127.0.0.1/?token=")
    assert (await asked(door, Host="127.0.0.1", **await admitted_at(door, "127.0.0.1"))).status == 200


async def admitted_at(door: Guard, host: str) -> dict[str, str]:
    response = await asked(door, f"/?token={door.token}", Host=host)
    return {"Cookie": f"{door.cookie}={response.cookies[door.cookie].value}"}


@pytest.mark.parametrize("lang, sentence", [("en", "it works once"), ("fi", "se toimii kerran")])
async def test_a_refusal_is_a_sentence(lang: Lang, sentence: str) -> None:
    refusal = await asked(guard(lang))
    assert isinstance(refusal, web.Response) and refusal.text is not None
    assert sentence in refusal.text and refusal.text.count("\n") == 1


async def test_every_answer_forbids_what_is_outside() -> None:
    response = web.Response()
    await guard().add_headers(make_mocked_request("GET", "/"), response)
    policy = dict(rule.split(" ", 1) for rule in response.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'" and policy["script-src"] == "'self'"
    assert policy["connect-src"].split() == ["'self'", f"ws://{HERE}", f"ws://localhost:{PORT}"]
    assert response.headers["Cache-Control"] == "no-store" and response.headers["Referrer-Policy"] == "no-referrer"


async def test_a_report_may_run_nothing_at_all() -> None:
    response = web.Response()
    await guard().add_headers(make_mocked_request("GET", "/report/t"), response)
    rules = response.headers["Content-Security-Policy"].split("; ")
    assert "default-src 'none'" in rules and "sandbox" in rules
    assert not [rule for rule in rules if rule.startswith(("script-src", "connect-src"))]
