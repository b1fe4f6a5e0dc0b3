"""Runs what the documentation shows, in one folder per page, the way a reader would.

Every page starts in a folder that holds the three reports of the bundled case.

console   lines "$ command" are run; the lines that follow are its output, "..." any lines of it
python    run, all blocks of a page in one namespace; a text block right after it is its output
LANG FILE the block is written to FILE ("toml model.toml"); for "diff FILE" the change is made
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from firstmove import reading
from firstmove.cli.app import main
from firstmove.examples import reports
from tests.docs.blocks import Block

ANY_LINES = "..."
_read_report = cache(reading.read_report)  # each report is read once for all pages: saves time
_TIME = re.compile(r", \d+\.\d+ s$")
SHELL = ("cat", "cp", "diff", "grep", "head", "jq", "ls", "mkdir", "python", "sha256sum", "sort")


class Missing(Exception):
    """A program that an example needs is not on this machine."""


@dataclass(frozen=True, slots=True)
class Example:
    """A command (or a program) with the output that the page shows after it."""

    command: str
    expected: list[str]
    line: int


@dataclass
class Session:
    """What has been done on one page so far: its folder, Python names, last exit code."""

    folder: Path
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    code: int = 0

    def __post_init__(self) -> None:
        for report in reports():
            shutil.copy(report, self.folder)

    @contextlib.contextmanager
    def inside(self) -> Iterator[None]:
        """In the page's folder, with a terminal of 80 columns and no colours."""
        given = {name: os.environ.get(name) for name in ("COLUMNS", "NO_COLOR")}
        os.environ.update(COLUMNS="80", NO_COLOR="1")
        reading.read_report = _read_report
        try:
            with contextlib.chdir(self.folder):
                yield
        finally:
            reading.read_report = _read_report.__wrapped__
            for name, value in given.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value

    def run(self, block: Block, following: Block | None) -> Iterator[tuple[Example, list[str]]]:
        """Each example of a block with what it really printed."""
        with self.inside():
            if block.language == "console":
                for example in examples(block):
                    yield example, self.command(example.command)
            elif block.language == "python":
                shown = following is not None and following.language == "text"
                expected = (
                    following.text.split("\n")
                    if following is not None and shown and following.output_of_last
                    else [ANY_LINES]
                )
                yield Example(block.text, expected, block.line), self.python(block)
            elif block.language == "diff" and block.file:
                self.edit(block)
            elif block.file:
                Path(block.file).write_text(block.text + "\n", encoding="utf-8")

    def command(self, line: str) -> list[str]:
        """What a terminal shows of a command; ``>`` and ``|`` work as in a shell.

        A time taken is shown as 0.00 s, since it is never the same.
        """
        return [_TIME.sub(", 0.00 s", shown) for shown in self._shown(line)]

    def _shown(self, line: str) -> list[str]:
        if line == "echo $?":
            return [str(self.code)]
        command, *pipe = line.split(" | ", 1)
        command, *redirect = command.split(" > ", 1)
        words = shlex.split(command)
        if words[0] != "firstmove":
            return self.shell(line, "")
        out, shown = io.BytesIO(), io.BytesIO()
        self.code = _firstmove(_globbed(words[1:]), out if pipe or redirect else shown, shown)
        said = shown.getvalue().decode().rstrip("\n")
        if redirect:
            Path(redirect[0].strip()).write_bytes(out.getvalue())
        lines = said.split("\n") if said else []
        if pipe:
            lines += self.shell(pipe[0], out.getvalue().decode())
        return lines

    def shell(self, line: str, given: str) -> list[str]:
        """A well-known small program, for pages that show more than firstmove."""
        program = shlex.split(line)[0]
        if program not in SHELL:
            raise ValueError(f"{program} is not among the programs that examples may use")
        if shutil.which(program) is None:
            raise Missing(program)
        done = subprocess.run(
            line,
            shell=True,
            input=given,
            capture_output=True,
            text=True,
            timeout=300,
            env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        )
        self.code = done.returncode
        said = (done.stdout + done.stderr).rstrip("\n")
        return said.split("\n") if said else []

    def python(self, block: Block) -> list[str]:
        out = io.StringIO()
        code = compile("\n" * (block.line - 1) + block.text, "example", "exec")
        with contextlib.redirect_stdout(out):
            exec(code, self.names)
        said = out.getvalue().rstrip("\n")
        return said.split("\n") if said else []

    def edit(self, block: Block) -> None:
        """Replace the block's " " and "-" lines, found in the file, by its " " and "+" lines."""
        lines = [line or " " for line in block.text.split("\n")]
        before = "\n".join(["", *(line[1:] for line in lines if line[0] in " -"), ""])
        after = "\n".join(["", *(line[1:] for line in lines if line[0] in " +"), ""])
        file = Path(block.file)
        text = f"\n{file.read_text(encoding='utf-8')}\n"
        if text.count(before) != 1:
            raise ValueError(f"line {block.line}: found {text.count(before)} times in {block.file}")
        file.write_text(text.replace(before, after)[1:-1], encoding="utf-8")


def examples(block: Block) -> Iterator[Example]:
    """The commands of a console block."""
    found: Example | None = None
    for number, line in enumerate(block.text.split("\n"), block.line):
        if line.startswith("$ "):
            if found is not None:
                yield found
            found = Example(line[2:], [], number)
        elif found is not None:
            found.expected.append(line)
        else:
            raise ValueError(f"line {number}: a console block begins with “$ ”")
    if found is not None:
        yield found


def matches(expected: list[str], got: list[str]) -> bool:
    """Line by line, ends of lines aside; a line “...” stands for any number of lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == ANY_LINES else re.escape(line.rstrip()) + r"\n"
        for line in _stripped(expected)
    )
    return (
        re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in _stripped(got))) is not None
    )


def _stripped(lines: list[str]) -> list[str]:
    """Without the empty lines at the end."""
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _globbed(words: list[str]) -> list[str]:
    return [
        name
        for word in words
        for name in (sorted(str(p) for p in Path().glob(word)) if "*" in word else [word])
    ]


def _firstmove(arguments: list[str], out: io.BytesIO, err: io.BytesIO) -> int:
    """The command in this process."""
    streams = sys.stdout, sys.stderr, sys.argv
    started, package = sys.modules["__main__"], sys.modules["__main__"].__package__
    started.__package__ = None  # so that help shows the name in argv, not how the tests began
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", write_through=True)
    sys.argv = ["firstmove", *arguments]
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    finally:
        sys.stdout.detach()
        sys.stderr.detach()
        sys.stdout, sys.stderr, sys.argv = streams
        started.__package__ = package
    return 0
