"""The outline of one meeting: its items, below them their resolutions, and below those their clauses."""

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rich.style import Style
from rich.text import Text
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from tui.safe import label
from tui.stars import STARRED
from tui.widgets.pane_title import pane_title

if TYPE_CHECKING:
    from store.views import ClauseLine, ItemLine, MeetingView, ResolutionLine

# Stand for the styles of numbers and of kinds of decision until they are drawn, in the colours of the day.
_KEY: Final = "item-tree--key"
_KIND: Final = "item-tree--kind"


class ItemTree(Tree[str], inherit_bindings=False):
    """A tree of permalinks, with the meeting itself at the root."""

    TITLE = "2 Items"
    ICON_NODE = "▸ "
    ICON_NODE_EXPANDED = "▾ "

    COMPONENT_CLASSES: ClassVar[set[str]] = {_KEY, _KIND}

    DEFAULT_CSS = """
    ItemTree, ItemTree:focus {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        background: $surface;
        background-tint: $surface 0%;
        & > .tree--cursor { background: $cursor-away; color: $foreground; text-style: none; }
        & > .item-tree--key { color: $accent; }
        & > .item-tree--kind { color: $quiet; }
        & > .tree--highlight-line { background: $surface; }
    }
    ItemTree:focus > .tree--cursor { background: $cursor; }
    ItemTree:ansi {
        & > .tree--cursor { text-style: bold; }
        &:focus > .tree--cursor { text-style: reverse; }
    }
    """

    @dataclass
    class Moved(Message):
        """The person moved to another place of the meeting."""

        permalink: str

    @dataclass
    class Chosen(Message):
        """The person chose a place with the mouse."""

        permalink: str

    def __init__(self) -> None:
        self._starred: Set[str] = frozenset()  # the tree draws its root while it is made
        super().__init__(label(""))
        self.border_title = pane_title(self.TITLE)
        self.guide_depth = 2
        self.show_guides = False
        self.auto_expand = False
        self.show_root = False
        self.view: MeetingView | None = None
        self._branches: dict[str, TreeNode[str]] = {}

    @property
    def place(self) -> str | None:
        """The permalink under the cursor."""
        return self.cursor_node.data if self.cursor_node else None

    def show(self, view: "MeetingView | None", permalink: str | None = None) -> None:
        """Show the outline of a meeting, or of none, with the cursor on `permalink`."""
        if view is not self.view:
            self.view = view
            self._fill(view)
        if permalink is not None:
            self.put(permalink)

    def mark(self, starred: Set[str]) -> None:
        """Mark what is starred."""
        self._starred = starred
        for node in self._branches.values():
            node.refresh()

    def put(self, permalink: str) -> None:
        """Put the cursor on a place, with the branches above it open; leave it alone when there is no such place."""
        node = self._branches.get(permalink)
        if node is None or node is self.cursor_node:
            return
        parent = node.parent
        while parent is not None and parent is not self.root:
            parent.expand()
            parent = parent.parent
        with self.prevent(Tree.NodeHighlighted):
            self._go(node)

    def step(self, rows: int) -> None:
        self._go_to_line(self.cursor_line + rows)

    def page(self, pages: int) -> None:
        self._go_to_line(self.cursor_line + pages * max(self.size.height - 1, 1))

    def to_start(self) -> None:
        self._go_to_line(0)

    def to_end(self) -> None:
        self._go_to_line(self.last_line)

    def inward(self) -> bool:
        """Open the branch under the cursor, or step into an open one; False on a leaf."""
        node = self.cursor_node
        if node is None or not node.allow_expand:
            return False
        if node.is_expanded:
            self._go(node.children[0])
        else:
            node.expand()
        return True

    def outward(self) -> bool:
        """Close the branch under the cursor, or step out to the one it is on; False where there is none."""
        node = self.cursor_node
        if node is None or node.parent is None:
            return False
        if node.allow_expand and node.is_expanded:
            node.collapse()
            return True
        if node.parent is self.root:
            return False
        self._go(node.parent)
        return True

    def render_label(self, node: TreeNode[str], base_style: Style, style: Style) -> Text:
        """The label cut to the width of the pane, so that the tree never scrolls sideways."""
        text = super().render_label(node, base_style, style)
        if node.data in self._starred:
            mark = len(self.ICON_NODE) if node.allow_expand else 0
            text = Text.assemble(text[:mark], (f"{STARRED} ", style), text[mark:])
        if node is not self.cursor_node:
            text.spans = [span._replace(style=self._drawn(span.style)) for span in text.spans]
        depth = 0
        above = node.parent
        while above is not None and above is not self.root:
            depth, above = depth + 1, above.parent
        width = max(self.size.width - (depth + 1) * self.guide_depth, 1)
        text.truncate(width, overflow="ellipsis", pad=node is self.cursor_node)
        return text

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[str]) -> None:
        event.stop()
        if event.node.data is not None:
            self.post_message(self.Moved(event.node.data))

    def on_tree_node_selected(self, event: Tree.NodeSelected[str]) -> None:
        event.stop()
        if event.node.data is not None:
            self.post_message(self.Chosen(event.node.data))

    def _drawn(self, style: str | Style) -> Style:
        if isinstance(style, Style):
            return style
        return self.get_component_rich_style(style, partial=True, default=Style.null())

    def _go(self, node: TreeNode[str]) -> None:
        assert self.last_line >= 0  # asking for it makes the tree count its lines, which it does lazily
        self.move_cursor(node)

    def _go_to_line(self, line: int) -> None:
        if self.last_line >= 0:
            self.move_cursor_to_line(min(max(line, 0), self.last_line))

    def _fill(self, view: "MeetingView | None") -> None:
        with self.prevent(Tree.NodeHighlighted):
            self.clear()
            self._branches = {}
            self.border_title = pane_title(self.TITLE, str(len(view.items)) if view else "")
            if view is None:
                return
            self._leaf(self.root, label("Who came, interests, notes"), view.line.permalink)
            for item in view.items:
                self._item(item)
            self.root.expand()

    def _item(self, item: "ItemLine") -> None:
        text = Text.assemble(label(f"{item.number} " if item.number else "", _KEY), label(item.title))
        if not item.complete:
            text.append(" …")
        node = self._branch(self.root, text, item.permalink, bool(item.resolutions))
        for resolution in item.resolutions:
            self._resolution(node, resolution)
        node.expand()

    def _resolution(self, parent: TreeNode[str], resolution: "ResolutionLine") -> None:
        """A branch with a leaf for each clause; a resolution of a single sentence is itself a leaf."""
        clauses = resolution.clauses
        single = len(clauses) == 1 and clauses[0].label is None
        kind = resolution.kind.capitalize()
        said = clauses[0].text if single else resolution.intro or _outcomes(clauses)
        text = Text.assemble(label(f"{kind}: " if said else kind, _KIND), label(said))
        node = self._branch(parent, text, resolution.permalink, not single)
        if single:
            self._branches[clauses[0].permalink] = node
            return
        for clause in clauses:
            text = Text.assemble(label(f"{clause.label} " if clause.label else "", _KEY), label(clause.text))
            self._leaf(node, text, clause.permalink)

    def _branch(self, parent: TreeNode[str], text: Text, permalink: str, opens: bool) -> TreeNode[str]:
        node = parent.add(text, permalink, allow_expand=opens)
        self._branches[permalink] = node
        return node

    def _leaf(self, parent: TreeNode[str], text: Text, permalink: str) -> TreeNode[str]:
        return self._branch(parent, text, permalink, opens=False)


def _outcomes(clauses: tuple["ClauseLine", ...]) -> str:
    """The verbs of the clauses, each once, in order."""
    return ", ".join(dict.fromkeys(outcome for clause in clauses for outcome in clause.outcomes))
