"""Changing a YAML text so that only the lines of what changed are other lines.

The content wanted is compared with what the text holds, node by node, and only what differs is written anew at its
place: comments, order, quoting and blank lines stay. What was written is read again before it is given back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from knowledge.errors import CardError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Content = Any
"""What YAML holds: mappings, lists, texts, numbers, dates."""
WIDEST_FLOW = 160
"""Characters of a mapping that is still written on one line."""
LONGEST_WORDS = 60
"""Characters of a text in it: sentences stand on lines of their own."""
UNWRAPPED = 1_000_000


class _Splice(NamedTuple):
    start: int
    end: int
    text: str


def content_of(text: str) -> Content:
    """What a YAML text holds; a `CardError` where it is none."""
    try:
        return yaml.load(text, Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark else ""
        raise CardError(f"{place}is not YAML ({getattr(error, 'problem', error)}); correct it") from error


def rewritten(text: str, content: Mapping[str, Content]) -> str:
    """The text changed as little as makes it hold this content.

    Raises `CardError` where the text is written in a way that cannot be changed so (anchors, for example).
    """
    if content_of(text) == content:
        return text
    root = yaml.compose(text, Loader=LOADER)
    if not isinstance(root, yaml.MappingNode):
        raise CardError("expected one mapping of fields")
    splices: list[_Splice] = []
    _Rewriting(text, splices).mapping(root, content, 0)
    changed = _spliced(text, splices)
    if content_of(changed) != content:
        raise CardError("the file is written in a way that cannot be changed here; edit it by hand")
    return changed


def _spliced(text: str, splices: Iterable[_Splice]) -> str:
    # From the end, and of several at one place the last first, so that places hold and orders stay.
    for _, splice in sorted(enumerate(splices), key=lambda item: (item[1].start, item[1].end, item[0]), reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


class _Rewriting:
    """Collects what is to be written where."""

    def __init__(self, text: str, splices: list[_Splice]) -> None:
        self._text = text
        self._splices = splices

    def mapping(self, node: yaml.MappingNode, content: Mapping[str, Content], indent: int) -> None:
        """Bring a mapping to its content."""
        known = {_value(key): (key, value) for key, value in node.value}
        if node.flow_style and set(known) != set(content):
            self._put(node, flow(content))
            return
        for name, (key, value) in known.items():
            if name not in content:
                self._drop_entry(node, key, value)
            else:
                self._entry(key, value, content[name], indent, in_flow=bool(node.flow_style))
        first = next(key for name, (key, _) in known.items() if name in content)
        pending: list[str] = []
        last: yaml.Node | None = None
        for name, wanted in content.items():
            if name in known:
                self._insert_after(last, pending, first, indent)
                pending, last = [], known[name][1]
            else:
                pending.append(entry(name, wanted, indent))
        self._insert_after(last, pending, first, indent)

    def _insert_after(self, last: yaml.Node | None, entries: list[str], first: yaml.Node, indent: int) -> None:
        if not entries:
            return
        text = "\n".join(entries)
        if last is None:  # before the first entry, which stands behind its indent or a dash
            start = first.start_mark.index
            self._splices.append(_Splice(start, start, f"{text.lstrip()}\n{' ' * indent}"))
            return
        end = self._line_end(_end(last, self._text))
        self._splices.append(_Splice(end, end, f"\n{text}"))

    def _drop_entry(self, node: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> None:
        line = self._line_start(key.start_mark.index)
        if self._text[line : key.start_mark.index].strip():  # behind the dash of a list: the next entry moves up
            following = [other for other, _ in node.value if other.start_mark.index > key.start_mark.index]
            end = following[0].start_mark.index if following else self._line_end(_end(value, self._text))
            self._splices.append(_Splice(key.start_mark.index, end, "" if following else "{}"))
            return
        self._drop_lines(line, _end(value, self._text))

    def _drop_lines(self, start: int, end: int) -> None:
        self._splices.append(_Splice(start, min(self._line_end(end) + 1, len(self._text)), ""))

    def _entry(self, key: yaml.Node, value: yaml.Node, content: Content, indent: int, *, in_flow: bool) -> None:
        if isinstance(value, yaml.MappingNode) and isinstance(content, Mapping) and _share_a_field(value, content):
            self.mapping(value, content, indent if value.flow_style else value.start_mark.column)
        elif isinstance(value, yaml.SequenceNode) and isinstance(content, list | tuple) and content:
            self._sequence(value, content)
        elif not _same(_value(value), content):
            if _is_inline(value) and (in_flow or not isinstance(content, Mapping | list | tuple)):
                self._put(value, flow(content))
            else:
                start, end = key.start_mark.index, _end(value, self._text)
                self._splices.append(_Splice(start, end, entry(str(_value(key)), content, indent).lstrip()))

    def _put(self, node: yaml.Node, text: str) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        if start == end:  # nothing stands there, not even a blank
            text = f" {text}"
        elif isinstance(node, yaml.ScalarNode) and node.style == '"' and not text.startswith(('"', "'", "[", "{")):
            text = f'"{text}"' if _value_of(f'"{text}"') == _value_of(text) else text
        self._splices.append(_Splice(start, end, text))

    def _sequence(self, node: yaml.SequenceNode, content: Sequence[Content]) -> None:
        present = [_value(item) for item in node.value]
        if node.flow_style:
            if present != list(content):
                self._put(node, flow(content))
            return
        kept = _kept(present, content)
        for place, item in enumerate(node.value):
            if place not in kept:
                self._drop_item(node, place)
            elif isinstance(item, yaml.MappingNode) and isinstance(content[kept[place]], Mapping):
                self.mapping(item, content[kept[place]], item.start_mark.column)
        self._add_items(node, content, kept)

    def _add_items(self, node: yaml.SequenceNode, content: Sequence[Content], kept: dict[int, int]) -> None:
        """Write the items that are new, each behind the one it follows, in the manner of those that stay."""
        separator = "\n\n" if self._is_spaced(node) else "\n"
        one_line = all(item.flow_style for item in node.value if isinstance(item, yaml.CollectionNode))
        at = {wanted: place for place, wanted in kept.items()}
        last: int | None = None
        for place, wanted in enumerate(content):
            if place in at:
                last = at[place]
                continue
            text = list_item(wanted, node.start_mark.column, one_line=one_line)
            if last is None and kept:  # before the first that stays
                start = self._line_start(node.value[min(kept)].start_mark.index)
                self._splices.append(_Splice(start, start, text + separator))
            else:
                after = node if last is None else node.value[last]
                end = self._line_end(_end(after, self._text))
                self._splices.append(_Splice(end, end, separator + text))

    def _is_spaced(self, node: yaml.SequenceNode) -> bool:
        """Whether blank lines stand between the items."""
        return any(
            "\n\n" in self._text[_end(before, self._text) : after.start_mark.index]
            for before, after in zip(node.value, node.value[1:], strict=False)
        )

    def _drop_item(self, node: yaml.SequenceNode, place: int) -> None:
        item = node.value[place]
        start = self._line_start(item.start_mark.index)
        end = _end(item, self._text)
        after = self._line_end(end) + 1
        if place and self._text[:start].endswith("\n\n") and self._text[after : after + 1] in ("\n", ""):
            start -= 1  # of two blank lines that would meet, one goes
        self._drop_lines(start, end)

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end


def _kept(present: Sequence[Content], wanted: Sequence[Content]) -> dict[int, int]:
    """Which items stay, and as which of those wanted: by their `id` where they have one, else those equal in front.

    Raises `CardError` where items would change places.
    """
    names = [item.get("id") if isinstance(item, Mapping) else None for item in present]
    if all(names):
        places = {item.get("id"): place for place, item in enumerate(wanted) if isinstance(item, Mapping)}
        return {place: places[name] for place, name in enumerate(names) if name in places}
    equal: dict[int, int] = {}
    for place, item in enumerate(present):
        if len(equal) < len(wanted) and item == wanted[len(equal)]:
            equal[place] = len(equal)
    return equal


def _end(node: yaml.Node, text: str) -> int:
    """Where what a node holds ends; what follows on its last line, such as a comment, is not its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text)
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return len(text[:end].rstrip("\n"))
    return end


def _share_a_field(node: yaml.MappingNode, content: Mapping[str, Content]) -> bool:
    return any(_value(key) in content for key, _ in node.value)


def _is_inline(node: yaml.Node) -> bool:
    """Whether a value stands on the line of its key."""
    if isinstance(node, yaml.ScalarNode):
        return node.style not in ("|", ">")
    return bool(getattr(node, "flow_style", False))


def _value(node: yaml.Node) -> Content:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _value_of(text: str) -> Content:
    return yaml.safe_load(f"[{text}]")


def _same(one: Content, other: Content) -> bool:
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


def flow(content: Content) -> str:
    """A value on one line, as it may stand anywhere."""
    written = yaml.safe_dump([_plain(content)], default_flow_style=True, allow_unicode=True, sort_keys=False,
                             width=UNWRAPPED)  # fmt: skip
    return written.strip()[1:-1]


def entry(name: str, content: Content, indent: int) -> str:
    """A field with its value, indented, without the last line's end."""
    pad = " " * indent
    if isinstance(content, Mapping) and not is_flat(content):
        return "\n".join([f"{pad}{name}:", *(entry(key, value, indent + 2) for key, value in content.items())])
    if isinstance(content, list | tuple) and any(isinstance(item, Mapping) for item in content):
        return "\n".join([f"{pad}{name}:", *(list_item(item, indent) for item in content)])
    return f"{pad}{name}: {flow(content)}"


def list_item(content: Content, indent: int, *, one_line: bool = True) -> str:
    """An item of a list, indented: on one line, or a mapping whose first field is its id on lines of its own."""
    pad = " " * indent
    if isinstance(content, Mapping) and ("id" in content or not one_line):
        fields = "\n".join(entry(key, value, indent + 2) for key, value in content.items())
        return f"{pad}- {fields.lstrip()}"
    return f"{pad}- {flow(content)}"


def is_flat(content: Mapping[str, Content]) -> bool:
    """Whether a mapping is written on one line: short, without sentences and without lists of mappings."""
    values = list(content.values())
    lists = any(isinstance(item, Mapping) for value in values if isinstance(value, list | tuple) for item in value)
    sentences = any(isinstance(value, str) and len(value) > LONGEST_WORDS for value in values)
    return not lists and not sentences and len(flow(content)) <= WIDEST_FLOW


def _plain(content: Content) -> Content:
    """Tuples as lists and mappings as dicts, which YAML writes plainly."""
    if isinstance(content, Mapping):
        return {key: _plain(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_plain(item) for item in content]
    return content
