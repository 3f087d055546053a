"""Which messages belong together, and when the first of the shop's answers went out."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence

from readycheck.demand.files.mail_headers import Headers

NEVER = 2**62
_ID = re.compile(r"<([^<>\s]{1,250})>")


class Threads:
    """Messages by number, tied together by Gmail's thread number, else by what they answer to.

    `salt` keeps messages without any id apart from those of other files.
    """

    def __init__(self, salt: str) -> None:
        self._salt = salt
        self._nodes: dict[int, int] = {}
        self._names, self._parents, self._of_message = array("q"), array("q"), array("q")
        self._answers = bytearray()

    def add(self, headers: Headers) -> None:
        """The next message. Of References the first and the last are enough: thread's root and message answered."""
        own = _ids(headers.get("message-id", ""))[:1]
        if thread := headers.get("x-gm-thrid"):
            roots, others = [f"gmail {thread[:60]}"], own
        else:
            references, answered = _ids(headers.get("references", "")), _ids(headers.get("in-reply-to", ""))[:1]
            earlier = [*references[:1], *references[-1:], *answered] or own
            roots, others = earlier[:1], [*earlier[1:], *own]
        nodes = [self._node(name) for name in roots] or [self._node(f"{self._salt} {len(self._of_message)}")]
        for name in others:
            if name not in roots:
                node = self._node(name)
                self._answers[node] = 1
                self._parents[self._root(node)] = self._root(nodes[0])
        self._of_message.append(nodes[0])

    def _node(self, name: str) -> int:
        key = hash(name)
        if key not in self._nodes:
            self._nodes[key] = len(self._parents)
            self._names.append(key)
            self._answers.append(0)
            self._parents.append(len(self._parents))
        return self._nodes[key]

    def _root(self, node: int) -> int:
        while (parent := self._parents[node]) != node:
            self._parents[node] = self._parents[parent]
            node = self._parents[node]
        return node

    def of_messages(self) -> Sequence[int]:
        """The thread's number of each message."""
        return array("q", (self._root(node) for node in self._of_message))

    def names(self) -> Mapping[int, int]:
        """By thread's number a name that it has in every file of an import: the message that answers to none."""
        best: dict[int, tuple[int, int]] = {}
        for node, (answer, name) in enumerate(zip(self._answers, self._names, strict=True)):
            root = self._root(node)
            best[root] = min(best.get(root, (answer, name)), (answer, name))
        return {root: name for root, (_, name) in best.items()}


def first_replies(
    threads: Sequence[int], seconds: Sequence[int], folders: Sequence[str], received: str, sent: str
) -> Sequence[int]:
    """By thread's number, when the first sent message went out that is not before the first received one, or NEVER.

    `seconds` (UTC) and `folders` are each message's; a message without a time has NEVER.
    """
    size = max(threads, default=-1) + 1
    began, replied = array("q", [NEVER]) * size, array("q", [NEVER]) * size
    for thread, second, folder in zip(threads, seconds, folders, strict=True):
        if folder == received and second < began[thread]:
            began[thread] = second
    for thread, second, folder in zip(threads, seconds, folders, strict=True):
        if folder == sent and began[thread] <= second < replied[thread]:
            replied[thread] = second
    return replied


def _ids(value: str) -> list[str]:
    """The message ids of a header; one without its brackets is taken as it stands."""
    return _ID.findall(value) or [value[:250]] * bool(value)
