"""The two sides of a pair, as the criteria read them: integers and sets, nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ask:
    """A vacancy: a row of vacancies_vacancyfacts and the competences it asks."""

    institution_id: int
    must_mask: int
    domains_mask: int
    x1: int
    y1: int
    more_locations: int
    x2: int
    y2: int
    x3: int
    y3: int
    function_mask: int
    day_parts_mask: int
    day_parts_needed: int
    day_parts_enough: int
    fixed_mask: int
    employment_mask: int
    starts_on: int
    until_on: int
    hours_min: int
    hours_max: int
    level_min: int
    practice_counts: int
    years_min: int
    dutch_min: int
    competence_musts: int
    competence_wishes: int
    routes_mask: int
    routes_help_mask: int
    must_competences: frozenset[int] = frozenset()
    wish_competences: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Offer:
    """A professional: a row of vacancies_candidatefacts, the competences and whom to stay from."""

    domains_mask: int
    x: int
    y: int
    max_distance_m: int
    functions_mask: int
    day_parts_mask: int
    employment_mask: int
    from_on: int
    until_on: int
    hours_min: int
    hours_max: int
    level: int
    years: int
    dutch: int
    routes_open_mask: int
    routes_open_if_mask: int
    papers_told: int
    competences: frozenset[int] = frozenset()
    hidden_from: frozenset[int] = frozenset()
