"""The statements of matching: static text made once from the criteria, values bound.

The conditions run on SQLite and PostgreSQL alike. Each statement works on the pairs of one vacancy or
of one professional: the facts of that side are bound as parameters (`%(v_x1)s`), the other side
is scanned. No value is ever written into the text. Each database finds the people worth judging
in its own way (`finding`); whom that finds the same conditions judge. On PostgreSQL
new pairs are added for one vacancy or many by one statement, planned and sent once.
"""

# ruff: noqa: S608 -- the text is made of constants of this package alone

import re
from typing import Final

from vacancies.matching.criteria import ALWAYS, BITS, CRITERIA
from vacancies.matching.finding import BY_DOMAIN_SQL, BY_TOKENS_SQL
from vacancies.matching.measures import HELD_ALL_SQL, HELD_MUSTS_SQL
from vacancies.matching.scoring import SCORE_SQL

VACANCIES: Final = "vacancies_vacancyfacts v"
CANDIDATES: Final = "vacancies_candidatefacts p"
PAIRS: Final = f"{VACANCIES} CROSS JOIN {CANDIDATES}"
ALLOWED: Final = (
    "NOT EXISTS (SELECT 1 FROM accounts_professional_hidden_from h"
    " WHERE h.professional_id = p.professional_id AND h.institution_id = v.institution_id"
    " LIMIT 1 OFFSET 0)"  # else PostgreSQL may join all who hide to all who fit
)


def _decides(key: str, sql: str) -> str:
    bit = BITS[key]
    return sql if bit & ALWAYS else f"((v.must_mask & {bit}) = 0 OR {sql})"


IN_TURN: Final = [_decides(c.key, c.sql) for c in sorted(CRITERIA, key=lambda c: c.turn)]
SIEVES: Final = 3  # function, domain and distance leave one row in a hundred
SIEVE: Final = " AND ".join(IN_TURN[:SIEVES])
REST: Final = " AND ".join([*IN_TURN[SIEVES:], ALLOWED])
FITS: Final = f"{SIEVE} AND {REST}"
FAILED: Final = " + ".join(f"CASE WHEN {c.sql} THEN 0 ELSE {BITS[c.key]} END" for c in CRITERIA)

_COLUMN: Final = re.compile(r"\b([vp])\.(\w+)")
METRES: Final = {"x", "y", "x1", "y1", "x2", "y2", "x3", "y3", "max_distance_m"}


def bind(text: str, side: str) -> str:
    """The same text with the columns of one side, `v` or `p`, as named parameters.

    Metres are multiplied: as bare numbers PostgreSQL would take them for 32 bits.
    """

    def bound(found: re.Match[str]) -> str:
        if found[1] != side:
            return found[0]
        name = f"%({side}_{found[2]})s"
        return f"CAST({name} AS bigint)" if found[2] in METRES else name

    return _COLUMN.sub(bound, text)


def _sieved(side: str, *worth: str) -> str:
    """The other side's rows that are worth judging and pass the first criteria.

    The LIMIT, larger than any table, keeps the databases from merging this into the outer query:
    so they unpack only the first columns of a row that falls through.
    """
    table = CANDIDATES if side == "v" else VACANCIES
    where = " AND ".join([*worth, SIEVE])
    return f"(SELECT * FROM {table} WHERE {where} LIMIT 4000000000) {table[-1]}"


def _insert(source: str, where: str) -> str:
    """Always in the order of the pairs: whoever adds the same ones meanwhile waits, and no more."""
    return (
        "INSERT INTO vacancies_match (vacancy_id, professional_id, score, rule_version,"
        " is_current, state, dismiss_reason, matched_at)"
        f" SELECT v.vacancy_id, p.professional_id, {SCORE_SQL}, %(rule_version)s,"
        " TRUE, 'new', '', %(now)s"
        f" FROM {source} WHERE {where} ORDER BY 1, 2"
        " ON CONFLICT (vacancy_id, professional_id) DO NOTHING"
    )


def _insert_of_many() -> str:
    """New pairs of the vacancies `%(vacancies)s`, for each of which come its tokens as a text.

    What a vacancy asks is read once, for otherwise it would be for each of a person's competences;
    `+ 0` because these are few: to read them all is faster than to look each asked one up.
    """
    asked = (
        "(SELECT f.*, CAST(t.tokens AS bigint[]) AS tokens,"
        f" {_asked('must')} AS musts, {_asked('must', 'wish')} AS wanted"
        " FROM unnest(CAST(%(vacancies)s AS bigint[]), CAST(%(tokens)s AS text[]))"
        " t (vacancy_id, tokens)"
        " JOIN vacancies_vacancyfacts f ON f.vacancy_id = t.vacancy_id OFFSET 0) v"
    )
    new = f"{REST} AND NOT EXISTS (SELECT 1 FROM vacancies_match m WHERE {SAME} LIMIT 1 OFFSET 0)"
    text = _insert(f"{asked} CROSS JOIN LATERAL {_sieved('v', BY_TOKENS_SQL)}", new)
    for held, named in ((HELD_MUSTS_SQL, "musts"), (HELD_ALL_SQL, "wanted")):
        text = text.replace(held, HELD_OF_NAMED.format(named=named))
    return text


def _asked(*strengths: str) -> str:
    listed = ", ".join(f"'{strength}'" for strength in strengths)
    return (
        "ARRAY(SELECT r.competence_id FROM vacancies_requirement r WHERE r.vacancy_id = f.vacancy_id"
        f" AND r.kind = 'competence' AND r.strength IN ({listed}))"
    )


def _failed(side: str) -> str:
    other = CANDIDATES if side == "v" else VACANCIES
    return bind(
        f"SELECT p.professional_id, v.vacancy_id, {FAILED}, {SCORE_SQL}"
        f" FROM {other} WHERE {ALLOWED}",
        side,
    )


OF_ONE: Final = {
    "v": "vacancy_id = %(v_vacancy_id)s",
    "p": "professional_id = %(p_professional_id)s",
}
STILL_FITS: Final = (
    f"EXISTS (SELECT 1 FROM {PAIRS} WHERE v.vacancy_id = vacancies_match.vacancy_id"
    f" AND p.professional_id = vacancies_match.professional_id AND {FITS})"
)
NEVER_TOLD: Final = (
    "state = 'new' AND notified_at IS NULL AND seen_at IS NULL AND invited_at IS NULL"
)

SAME: Final = "m.vacancy_id = v.vacancy_id AND m.professional_id = p.professional_id"
HELD_OF_NAMED: Final = (
    "(SELECT count(*) FROM accounts_professionalcompetence c"
    " WHERE c.professional_id = p.professional_id AND c.competence_id + 0 = ANY (v.{named}))"
)
INSERT: Final = {
    "v": bind(_insert(CANDIDATES, f"{BY_DOMAIN_SQL} AND {FITS}"), "v"),  # on SQLite alone
    "p": bind(_insert(_sieved("p"), REST), "p"),
}
INSERT_OF_MANY: Final = _insert_of_many()  # on PostgreSQL alone
FITTING_PEOPLE: Final = (
    f"SELECT p.professional_id, a.user_id, u.mail_stop <> '' AS is_stopped, {SCORE_SQL}"
)
PERSON_OF: Final = (
    "JOIN accounts_professional a ON a.id = p.professional_id"
    " JOIN accounts_user u ON u.id = a.user_id"
)
GIVEN_TOKENS_SQL: Final = BY_TOKENS_SQL.replace("v.tokens", "CAST(v.tokens AS bigint[])")
FITTING: Final = {  # whom a vacancy fits that need not be stored, and whether mail reaches them
    "sqlite": bind(
        f"{FITTING_PEOPLE} FROM {CANDIDATES} {PERSON_OF} WHERE {BY_DOMAIN_SQL} AND {FITS}", "v"
    ),
    "postgresql": bind(
        f"{FITTING_PEOPLE} FROM {_sieved('v', GIVEN_TOKENS_SQL)} {PERSON_OF} WHERE {REST}", "v"
    ),
}
FAILED_AND_SCORE: Final = {side: _failed(side) for side in "vp"}
DELETE: Final = {
    side: f"DELETE FROM vacancies_match WHERE {one} AND {NEVER_TOLD} AND NOT {STILL_FITS}"
    for side, one in OF_ONE.items()
}
OPEN_LAPSE: Final = (
    "EXISTS (SELECT 1 FROM vacancies_lapse l WHERE l.match_id = vacancies_match.id"
    " AND l.until_at IS NULL)"
)
LAPSE: Final = {
    side: (
        "INSERT INTO vacancies_lapse (match_id, from_at, failed_mask)"
        " SELECT vacancies_match.id, %(now)s, CASE WHEN v.vacancy_id IS NULL"
        f" OR p.professional_id IS NULL THEN 0 ELSE ({FAILED}) & v.must_mask END"
        " FROM vacancies_match"
        f" LEFT JOIN {VACANCIES} ON v.vacancy_id = vacancies_match.vacancy_id"
        f" LEFT JOIN {CANDIDATES} ON p.professional_id = vacancies_match.professional_id"
        f" WHERE vacancies_match.{one} AND vacancies_match.is_current AND NOT {STILL_FITS}"
        " ON CONFLICT DO NOTHING"
    )
    for side, one in OF_ONE.items()
}
SHELVE: Final = {
    side: f"UPDATE vacancies_match SET is_current = FALSE WHERE {one} AND is_current AND {OPEN_LAPSE}"
    for side, one in OF_ONE.items()
}
END_LAPSE: Final = {
    side: (
        "UPDATE vacancies_lapse SET until_at = %(now)s WHERE until_at IS NULL"
        f" AND match_id IN (SELECT id FROM vacancies_match WHERE {one} AND is_current)"
    )
    for side, one in OF_ONE.items()
}
UPDATE: Final = {
    side: (
        "UPDATE vacancies_match SET score = s.score, rule_version = %(rule_version)s,"
        f" is_current = TRUE FROM (SELECT m.id AS match_id, {SCORE_SQL} AS score"
        f" FROM vacancies_match m CROSS JOIN {PAIRS}"
        f" WHERE m.{one} AND v.vacancy_id = m.vacancy_id"
        f" AND p.professional_id = m.professional_id AND {FITS}) s"
        " WHERE id = s.match_id"
        " AND (vacancies_match.score <> s.score OR NOT is_current"
        " OR rule_version <> %(rule_version)s)"
    )
    for side, one in OF_ONE.items()
}
