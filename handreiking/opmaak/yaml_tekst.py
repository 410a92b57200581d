"""Values and nodes to the text of YAML: two spaces, lists indented, lines as long as they are, quotes as they were.

Nodes are those of PyYAML, which the loader reads with, so that both agree on what a text says; ruamel.yaml writes
them, for it keeps to the style of every single value.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handreiking.yaml_document import parse_yaml, text_of

_TEXT = "tag:yaml.org,2002:str"
# Letters that end a line for YAML alone, or that only an escape can write.
_ODD = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]")
_BLOCK = ("|", ">")


def compose_node(text: str) -> yaml.CollectionNode:
    """Give the node of a text that holds a record or a list."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.CollectionNode):
        raise TypeError("a text without fields and without a list")
    return node


def render_node(node: yaml.Node) -> str:
    """Give the text of a mapping or a list, from the first column on, ending in a line end."""
    writer = YAML()
    writer.width = 10**9
    writer.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    writer.serialize(_converted(node, flow=False, resolver=writer.resolver), out)
    return out.getvalue()


def render_item(node: yaml.Node) -> str:
    """Give the text of a record in a list, from its dash on."""
    if isinstance(node, yaml.CollectionNode):
        node.flow_style = not node.value
    first, *rest = render_node(node).removesuffix("\n").split("\n")
    return "\n".join([f"- {first}", *(f"  {line}" if line else "" for line in rest), ""])


def node_of(value: Any) -> yaml.Node:
    """Give the node of a value as an editor would write it: text without quotes where it is read back as that text."""
    if isinstance(value, Mapping):
        pairs = [(node_of(key), node_of(inner)) for key, inner in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [node_of(inner) for inner in value], flow_style=False)
    if isinstance(value, date):
        return yaml.ScalarNode("tag:yaml.org,2002:timestamp", value.isoformat())
    if isinstance(value, int):
        written = str(value).lower() if isinstance(value, bool) else str(value)
        return yaml.ScalarNode("tag:yaml.org,2002:int", written)
    style = "|" if "\n" in value else None if _is_plain(value) else '"'
    return yaml.ScalarNode(_TEXT, value, style=style)


def render_scalar(value: str) -> str:
    """Give a text of one line as it may stand behind `naam: ` in YAML."""
    return render_node(node_of({"a": value})).removeprefix("a:").strip()


def _is_plain(text: str) -> bool:
    """Say whether a text can do without quotes, as a value and in a list."""
    document, problems = parse_yaml(f"- a: {text}\n- {text}\n", "")
    return document is not None and not problems and document.waarde == [{"a": text}, text]


def _converted(node: yaml.Node, *, flow: bool, resolver: Any) -> Node:
    """Give a node of PyYAML as one of ruamel.yaml; `flow` says that it stands between brackets."""
    if isinstance(node, yaml.ScalarNode):
        style = _style(node, flow=flow)
        # A text without quotes is written as it stands, whatever YAML takes it for.
        tag = resolver.resolve(ScalarNode, node.value, (True, False)) if style is None else _TEXT
        return ScalarNode(tag, node.value if style == node.style else text_of(node), style=style)
    flow = flow or bool(getattr(node, "flow_style", False) and not _has_empty(node))
    if isinstance(node, yaml.SequenceNode):
        items = [_converted(item, flow=flow, resolver=resolver) for item in node.value]
        return SequenceNode(node.tag, items, flow_style=flow)
    pairs = [tuple(_converted(part, flow=flow, resolver=resolver) for part in pair) for pair in node.value]
    return MappingNode(node.tag, pairs, flow_style=flow)


def _has_empty(node: yaml.Node) -> bool:
    """Say whether something in a node has no letters at all: between brackets that cannot be written."""
    if isinstance(node, yaml.ScalarNode):
        return node.style is None and not node.value
    parts = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else node.value
    return any(_has_empty(part) for part in parts)


def _style(node: yaml.ScalarNode, *, flow: bool) -> str | None:
    """Give the style to write a text in: its own, unless it would be read back as another text then."""
    text = node.value
    if _ODD.search(text):
        return '"'
    if node.style in _BLOCK or (node.style is None and "\n" in text):
        lines = text.removesuffix("\n").split("\n")
        fits = lines[0][:1].strip() and lines[-1].strip() and not any(line != line.rstrip() for line in lines)
        return '"' if flow or not fits else node.style or "|"
    return node.style
