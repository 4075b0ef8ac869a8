"""Imports point one way: eval → assistant → {index_store, prompts}."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shared import ROOT

MAY_IMPORT = {
    "index_store": {"index_store"},
    "prompts": {"prompts"},
    "assistant": {"assistant", "index_store", "prompts"},
    "eval": {"eval", "assistant", "index_store", "prompts"},
}
ENTRY_POINTS = {"assistant/cli.py", "assistant/web/app.py"}
"""They put the program together, and alone may reach eval, inside the function that needs it."""

FILES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


def imported(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """(package, whether at the top of the module) of every import."""
    top = set(map(id, tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [node.module or ""]
        else:
            continue
        for name in names:
            yield name.partition(".")[0], id(node) in top


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    room = name.partition("/")[0]
    for package, at_top in imported(ast.parse(path.read_text(encoding="utf-8"))):
        if package == "eval" and name in ENTRY_POINTS:
            assert not at_top, f"{name} may import eval only where it needs it"
        elif package in MAY_IMPORT or package == "tests":
            assert package in MAY_IMPORT[room], f"{name} imports {package}"


def test_every_package_is_in_the_distribution() -> None:
    listed = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for path in FILES:
        package = path.parent.relative_to(ROOT).as_posix().replace("/", ".")
        assert f'"{package}"' in listed, f"{package} is not among the packages of pyproject.toml"
