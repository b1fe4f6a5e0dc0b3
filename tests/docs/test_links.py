"""Links lead somewhere, and commands that are named exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.blocks import ROOT, name_of, pages

_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```", re.M | re.S)
EVERY_PAGE = [*pages(), *sorted((ROOT / "docs" / "decisions").glob("*.md")), ROOT / "CHANGELOG.md"]


def _anchors(page: Path) -> set[str]:
    """The anchors that the usual Markdown sites make of headings."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name_of)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    for link in _LINK.findall(text):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), f"{name_of(page)}: {link}"
        assert target.is_relative_to(ROOT), f"{name_of(page)}: {link}"
        if anchor:
            assert anchor in _anchors(target), f"{name_of(page)}: {link}"


def test_every_page_can_be_reached_from_the_index() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "docs" / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.is_file():
            continue
        seen.add(page)
        links = _LINK.findall(page.read_text(encoding="utf-8"))
        waiting += [
            (page.parent / link.split("#")[0]).resolve() for link in links if "://" not in link
        ]
    decisions = ROOT / "docs" / "decisions"  # the index links the folder
    wanted = {p for p in (ROOT / "docs").rglob("*.md") if p.parent != decisions}
    assert sorted(map(name_of, wanted - seen)) == []


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_make_targets_exist(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    named = set(
        re.findall(r"(?:^|[`$ ])make ([a-z-]+)(?=`|$)", page.read_text(encoding="utf-8"), re.M)
    )
    assert named <= targets


def test_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "make test" in readme


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_evaluations_that_are_named_exist(page: Path) -> None:
    for module in re.findall(r"python -m (evaluation\.\w+)", page.read_text(encoding="utf-8")):
        assert (ROOT / (module.replace(".", "/") + ".py")).is_file(), module


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_wording_stays_neutral(page: Path) -> None:
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    text = re.sub(r"“[^”]*”|`[^`]*`", "", text)  # words that are quoted are not ours
    assert not re.search(r"\bshould\b", text), f"{name_of(page)} says what someone “should” do"


def test_picture_is_light() -> None:
    data = (ROOT / "docs" / "images" / "brief.png").read_bytes()
    assert int.from_bytes(data[16:20], "big") == 1200  # the width in a PNG's header
    assert len(data) < 400_000
