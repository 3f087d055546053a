"""Text fields whose keys do what they do in the order in which they were pressed."""

from __future__ import annotations

from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input


async def heed_own_key(field: Widget, event: Key) -> None:
    """Run what Textual binds the key to in `field` as it comes in; all other keys take their usual way.

    Textual runs bindings once a key has gone all the way up, when the letters that followed are typed already:
    over a slow line "25/11, Ctrl+A, Ctrl+K, 26/11" would end empty.
    """
    if event.is_printable:
        return
    for binding in field._bindings.key_to_bindings.get(event.key, ()):
        edits = not binding.id and not binding.priority  # what has an id is the app's, and may have got another key
        if edits and await field.app.run_action(binding.action, field):
            event.stop()
            event.prevent_default()
            return


class Line(Input):
    """One line that is typed in."""

    async def on_key(self, event: Key) -> None:
        """Its editing keys keep their place among the letters."""
        await heed_own_key(self, event)
