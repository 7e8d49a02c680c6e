"""`docs/routes.md`, written from the table itself: a lawyer reads what the engine reads."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from django.utils.translation import override

from vacancies.codes import Need
from vacancies.routes.book import shipped
from vacancies.routes.catalogue import ROUTES, Condition, Either, Nature, RouteRule, Whose
from vacancies.routes.facts import Function
from vacancies.routes.rulebook import COUNTED, Constant
from vacancies.routes.verdict import RULE_VERSION
from vacancies.routes.words.needs import NEEDS
from vacancies.routes.words.routes import function_label, route_label
from vacancies.routes.words.sources import QUESTIONS, constants_of
from vacancies.routes.words.warnings import CAUTIONS

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "routes.md"
FRAME: Final = Path(__file__).with_name("document.md")
NATURES: Final = {
    Nature.FACT: "fact: a “no” closes",
    Nature.PAPER: "paper or signature: a “no” is still missing",
    Nature.JUDGEMENT: "judgement: a recorded “no” closes until judged anew",
    Nature.LIMIT: "limit: broken, it closes",
}
LISTS: Final = {
    Whose.PERSON: "`missing_person`",
    Whose.SCHOOL: "`missing_school`",
    Whose.BOARD: "`board_judges`",
}


def document() -> str:
    """The whole page; the running text of `document.md` with the tables filled in."""
    rows = constants_on_file()
    with override("en"):
        return FRAME.read_text(encoding="utf-8").format(
            version=RULE_VERSION,
            routes=_table(
                "code|Dutch name|article|opens|conditions|limits|term, extension|documents (issuer)"
                "|in force from|to confirm",
                (_route(rule) for rule in ROUTES),
            ),
            functions=_table("function|in Dutch|routes", map(_function, Function)),
            predicates=_table("code|what it is|nature|list|given by|source", map(_predicate, Need)),
            warnings=_table("code|what it says", map(_warning, CAUTIONS)),
            constants=_table(
                "name|value|unit|valid from|valid to|source|to confirm", map(_constant, rows)
            ),
            questions=_table("code|what has to be looked up", map(_question, _codes(rows))),
        )


def write() -> Path:
    PAGE.write_text(document(), encoding="utf-8")
    return PAGE


def constants_on_file() -> list[Constant]:
    """The shipped rows that routes count with or show, by name and day."""
    names = {*COUNTED, *(name for rule in ROUTES for name in constants_of(rule))}
    found = [row for row in shipped() if row.name in names]
    return sorted(found, key=lambda row: (row.name, row.valid_from))


def _route(rule: RouteRule) -> list[str]:
    with override("nl"):
        name = route_label(rule.code)
    return [
        _code(rule.code),
        name,
        f"[{rule.article}]({rule.source_url})",
        ", ".join(function for function in Function if function in rule.opens),
        ", ".join(dict.fromkeys(_condition(one) for one in rule.conditions)),
        rule.limits or "none",
        _term(rule),
        "; ".join(rule.documents) or "none by law",
        f"{rule.in_force_from:%d-%m-%Y}",
        ", ".join(rule.confirm) or "–",
    ]


def _term(rule: RouteRule) -> str:
    if rule.term is None:
        return "none"
    kind = " × the first term" if rule.term.is_ratio else ""
    return f"{_code(rule.term.first)}, then {_code(rule.term.extension)}{kind}"


def _condition(condition: Condition | Either) -> str:
    if isinstance(condition, Condition):
        scope = getattr(condition.holds, "keywords", {}).get("scope")
        return _code(condition.need) + (f" ({scope})" if scope else "")
    branches = (" and ".join(map(_condition, branch)) for branch in condition.branches)
    return f"one of ({' · '.join(dict.fromkeys(branches))})"


def _function(function: Function) -> list[str]:
    with override("nl"):
        name = function_label(function)
    return [_code(function), name, ", ".join(_code(r.code) for r in ROUTES if function in r.opens)]


def _predicate(need: Need) -> list[str]:
    text = NEEDS[need]
    used = [one for one in _conditions() if one.need is need]
    return [
        _code(need),
        _plain(text.ask.school or text.ask.person),
        "; ".join(dict.fromkeys(NATURES[one.nature] for one in used)),
        ", ".join(dict.fromkeys(LISTS[one.whose] for one in used)),
        _plain(text.issuer.school or text.issuer.person),
        f"[{text.article}]({text.url})",
    ]


def _warning(code: str) -> list[str]:
    said = next(said for caution, said in CAUTIONS.items() if caution == code)
    return [_code(code), _plain(said.school or said.person)]


def _constant(row: Constant) -> list[str]:
    return [
        _code(row.name),
        row.value,
        row.unit,
        f"{row.valid_from:%d-%m-%Y}",
        f"{row.valid_to:%d-%m-%Y}" if row.valid_to else "–",
        f"[{row.source_title}]({row.source_url})" if row.source_url else row.source_title,
        row.confirm_code or "–",
    ]


def _question(code: str) -> list[str]:
    return [code, str(QUESTIONS[code])]


def _codes(rows: Iterable[Constant]) -> list[str]:
    """Everything that waits for the official text; C42 stands behind a warning, not a route."""
    codes = {row.confirm_code for row in rows if row.confirm_code} | {"C42"}
    codes |= {code for rule in ROUTES for code in rule.confirm}
    return sorted(codes, key=lambda code: int(code[1:]))


def _conditions() -> Iterator[Condition]:
    for rule in ROUTES:
        for one in rule.conditions:
            if isinstance(one, Either):
                yield from (condition for branch in one.branches for condition in branch)
            else:
                yield one


def _table(head: str, rows: Iterable[list[str]]) -> str:
    titles = head.split("|")
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _code(name: str) -> str:
    return f"`{name}`"


def _plain(text: object) -> str:
    """The sentence with the names of its constants instead of their values."""
    return str(text).replace("%(", "`").replace(")s", "`")
