"""How the app talks with a browser: textual's way; it outlives a reload, and ends when the server has gone."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class ServedDriver(WebDriver):
    """Keys come in packets on standard input; the end of that is the end of the app."""

    def run_input_thread(self) -> None:
        """Until the app ends, or the server is there no longer: then end in order, everything saved."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(ExitApp())

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Also "again": a new page, which knows nothing yet, shows the app from now on."""
        if packet_type == "again":
            self._app.call_later(self._begin_again)  # among the app's own turns: no two may write at once
            super().on_meta("resize", payload)
            self._app.call_later(self._app.refresh, layout=True)
        else:
            super().on_meta(packet_type, payload)

    def _begin_again(self) -> None:
        """What start_application_mode told the page before."""
        self.write("\x1b[?1049h\x1b[2J\x1b[?25l")  # the other screen, empty, without a cursor
        self._enable_mouse_support()
        self._enable_bracketed_paste()
