"""The texts that the site shows, found in its code and templates without a system gettext.

Python is read as a syntax tree, templates as Django itself understands them: a text counts when
the running site would look it up.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.template import Engine, Node, engines
from django.template.base import FilterExpression, NodeList, Template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.functional import Promise
from django.utils.translation import trans_real

from portal.kit.catalogue import Key, key_of, merged

PLAIN: Final = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL: Final = {"ngettext", "ngettext_lazy"}
WITH_CONTEXT: Final = {"pgettext", "pgettext_lazy"}
PLURAL_WITH_CONTEXT: Final = {"npgettext", "npgettext_lazy"}


def texts(root: Path) -> dict[Key, str]:
    """Context and English text of everything translatable below `root`, and where it stands."""
    found: dict[Key, str] = {}
    for app in ("portal", "accounts", "vacancies"):
        for path in sorted((root / app).rglob("*.py")):
            for key in _of_code(path.read_text(encoding="utf-8")):
                found.setdefault(key, str(path.relative_to(root)))
    for path in sorted((root / "templates").rglob("*.*")):
        if "emails" in path.parts:  # parts with holes: their words come with the letter
            continue
        for key in _of_template(path.read_text(encoding="utf-8")):
            found.setdefault(key, str(path.relative_to(root)))
    return found


def untranslated(root: Path) -> dict[Key, str]:
    """The texts without Dutch, from us or from Django and the packages, and where they stand."""
    ours = {key_of(entry) for entry in merged(root / "locale") if entry.translated()}
    theirs = set(trans_real.translation("nl")._catalog.keys())  # type: ignore[attr-defined]
    return {
        (context, text): place
        for (context, text), place in texts(root).items()
        if (context, text) not in ours
        and not theirs & {_lookup(context, text), (_lookup(context, text), 0)}
    }


def _lookup(context: str | None, text: str) -> str:
    return text if context is None else f"{context}{trans_real.CONTEXT_SEPARATOR}{text}"


def _of_code(source: str) -> Iterator[Key]:
    nodes = list(ast.walk(ast.parse(source)))
    aliases = {
        name.asname: name.name
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if name.asname
    }
    for node in nodes:
        if isinstance(node, ast.Call):
            yield from _of_call(node, aliases)


def _of_call(node: ast.Call, aliases: dict[str, str]) -> Iterator[Key]:
    function = node.func
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    name = aliases.get(name, name)
    words = [
        argument.value
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    if name in PLAIN | PLURAL and words:
        yield None, words[0]
    if name in WITH_CONTEXT | PLURAL_WITH_CONTEXT and len(words) > 1:
        yield words[0], words[1]


def _of_template(source: str) -> Iterator[Key]:
    engine: Engine = engines["django"].engine  # type: ignore[attr-defined]
    yield from _of_part(Template(source, engine=engine).nodelist, set())


def _of_part(part: Any, seen: set[int]) -> Iterator[Key]:
    """Walk whatever hangs below a node: other nodes, filters, literals."""
    if id(part) in seen:
        return
    seen.add(id(part))
    if isinstance(part, TranslateNode):
        yield _context(part.message_context), _escaped(part.filter_expression.var.literal)
    elif isinstance(part, BlockTranslateNode):
        singular, _names = part.render_token_list(part.singular)
        yield _context(part.message_context), singular
    elif isinstance(part, Promise):
        *context, text = part._args  # type: ignore[attr-defined]
        yield (str(context[0]) if context else None), str(text)
    for child in _children(part):
        yield from _of_part(child, seen)


def _children(part: Any) -> Iterator[Any]:
    if isinstance(part, NodeList | list | tuple):
        yield from part
    elif isinstance(part, dict):
        yield from part.values()
    elif isinstance(part, FilterExpression):
        yield from (part.var, part.filters)
    elif isinstance(part, Node):
        yield from (
            value
            for name, value in vars(part).items()
            if name not in {"origin", "token", "parser"} and not isinstance(value, str)
        )


def _context(context: FilterExpression | None) -> str | None:
    return None if context is None else str(context.var)


def _escaped(text: object) -> str:
    """Django doubles percent signs of a template's text before it looks it up."""
    return str(text).replace("%", "%%")
