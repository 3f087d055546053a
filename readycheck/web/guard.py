"""Who may come in: the person who read the printed address, from a page of this very server. Nobody else.

Any page that is open in the browser can send requests to 127.0.0.1, and so can any program on the machine: hence
a key that works once, a cookie for the rest of the run, and a look at the Host and Origin of every request.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from aiohttp import web

from readycheck.core.message import Message, say
from readycheck.i18n import Translator
from readycheck.web.port import HOST

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_SECRET_BYTES = 32
_REPORT = "style-src 'unsafe-inline'; img-src data:; sandbox"  # texts of others' stand in it: it may only be read
_COME_IN = say("Open the address that readycheck serve printed; it works once. If it has been used, start again.")
_OTHER_PAGE = say("This address can only be used from its own page on this machine.")


class Guard:
    """`token` opens the door once; the cookie it gives stands for the run of this server and for no other."""

    def __init__(self, port: int, tr: Translator) -> None:
        end = "" if port == 80 else f":{port}"  # browsers leave the usual port out
        self.hosts = (f"{HOST}{end}", f"localhost{end}")
        self.token = secrets.token_urlsafe(_SECRET_BYTES)
        self.cookie = f"readycheck-{port}"  # cookies do not tell ports apart
        self._pass = secrets.token_urlsafe(_SECRET_BYTES)
        self._token_used = False
        self._tr = tr

    @property
    def address(self) -> str:
        """What the person opens."""
        return f"http://{self.hosts[0]}/?token={self.token}"

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse with 403 and a sentence, let in, or hand the cookie out."""
        if not self._own_page(request):
            raise self._refusal(_OTHER_PAGE)
        inside = _same(request.cookies.get(self.cookie, ""), self._pass)
        if request.method == "GET" and request.path == "/" and "token" in request.query:
            return self._welcome(request.query["token"], inside)
        if not inside:
            raise self._refusal(_COME_IN)
        return await handler(request)

    def _own_page(self, request: web.Request) -> bool:
        """A name of another's that points here (DNS rebinding) and a page of another's both show in the headers."""
        host, origin = request.headers.get("Host", ""), request.headers.get("Origin")
        if host not in self.hosts:
            return False
        asked_for_socket = request.path.startswith("/ws/")
        return origin == f"http://{host}" if origin is not None else not asked_for_socket

    def _welcome(self, token: str, inside: bool) -> web.Response:
        """On to the address without the token, which shall not stay in the browser's history."""
        response = web.Response(status=303, headers={"Location": "/"})
        if inside:
            return response
        if self._token_used or not _same(token, self.token):
            raise self._refusal(_COME_IN)
        self._token_used = True
        response.set_cookie(self.cookie, self._pass, path="/", httponly=True, samesite="Strict")
        return response

    def _refusal(self, sentence: Message) -> web.HTTPForbidden:
        return web.HTTPForbidden(text=self._tr(sentence) + "\n")

    async def add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        """Nothing from outside, in no frame of another's, kept in no cache."""
        sockets = " ".join(f"ws://{host}" for host in self.hosts)
        page = (
            "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "  # the terminal's own styles
            f"connect-src 'self' {sockets}"
        )
        policy = _REPORT if request.path.startswith("/report/") else page
        response.headers.update({
            "Content-Security-Policy": (
                f"default-src 'none'; {policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            ),
            "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
            "Cache-Control": "no-store",
        })


def _same(given: str, secret: str) -> bool:
    """Whether they are equal, in a time that tells nothing."""
    return secrets.compare_digest(given.encode("utf-8", "replace"), secret.encode())
