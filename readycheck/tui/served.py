"""How the app talks with a browser: textual's way, and it ends when the server has gone."""

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
