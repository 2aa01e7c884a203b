"""A page as a reader's program sees it: its text, its links, and where they lead."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "br", "col", "link", "img", "input", "hr", "base"}


@dataclass
class Node:
    tag: str
    attrs: dict
    children: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    def all(self, tag=None, **attrs):
        """Every node below of that tag and with those attributes (``class_`` is one of several)."""
        for child in self.children:
            if isinstance(child, str):
                continue
            if (tag is None or child.tag == tag) and all(
                _has(child, name, value) for name, value in attrs.items()
            ):
                yield child
            yield from child.all(tag, **attrs)

    def one(self, tag=None, **attrs):
        [found] = self.all(tag, **attrs)
        return found


def _has(node, name, value):
    if name == "class_":
        return value in node.attrs.get("class", "").split()
    return node.attrs.get(name) == value


class _Parser(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("#root", {})
        self._open = [self.root]

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag, attrs):
        self._open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open[-1].tag == tag, f"</{tag}> found, </{self._open[-1].tag}> expected"
        self._open.pop()

    def handle_data(self, data):
        self._open[-1].children.append(data)


def parse(page):
    """The page as a tree; fails on tags that are not closed in order."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert len(parser._open) == 1, f"<{parser._open[-1].tag}> is not closed"
    return parser.root
