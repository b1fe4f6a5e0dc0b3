"""A sheet of terminal text: headings, hanging items, lines that wrap, through Rich."""

from __future__ import annotations

from io import StringIO

from firstmove.views.visible import visible
from firstmove.views.wording import left_out


class Sheet:
    """Collects lines and gives them back as one string of at most ``width`` columns.

    Without ``colour`` the text holds no escape codes. What comes from a report can hold none
    either: every string goes through ``visible`` and is never read as markup.
    """

    def __init__(self, width: int, colour: bool) -> None:
        from rich.console import Console

        self._file = StringIO()
        self._console = Console(
            file=self._file,
            width=max(width, 20),
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )

    def title(self, text: str) -> None:
        self.line(text, style="bold")
        self.line("═" * min(len(text), self._console.width), style="dim")

    def heading(self, text: str) -> None:
        self._console.print()
        self.line(text.upper(), style="bold")

    def line(self, text: str, *, indent: int = 0, style: str = "") -> None:
        from rich.padding import Padding
        from rich.text import Text

        body = Text(" ".join(visible(text).split()), style=style if self._styled else "")
        self._console.print(Padding(body, (0, 0, 0, indent)))

    def item(
        self, mark: str, text: str, *, indent: int = 0, style: str = "", wide: bool = False
    ) -> None:
        """A line that hangs to the right of its mark."""
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=max(3 if wide else 2, len(mark)))
        grid.add_column(ratio=1)
        body = Text(" ".join(visible(text).split()), style=style if self._styled else "")
        grid.add_row(Text(visible(mark), style="dim" if self._styled else ""), body)
        from rich.padding import Padding

        self._console.print(Padding(grid, (0, 0, 0, indent)))

    def more(self, n: int, what: str) -> None:
        """Says how much was left out; nothing where nothing was."""
        if n > 0:
            self.line(left_out(n, what), indent=4, style="dim")

    @property
    def _styled(self) -> bool:
        return not self._console.no_color

    def text(self) -> str:
        lines = (line.rstrip() for line in self._file.getvalue().split("\n"))
        return "\n".join(lines).strip("\n") + "\n"
