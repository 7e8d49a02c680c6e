"""Who fits a vacancy of the benchmark, in numpy and in another way than the statements say it."""

import numpy as np
import numpy.typing as npt
from people import Need, People

from vacancies.matching.criteria import BITS
from vacancies.matching.measures import YEARS_OF_PRACTICE

Flags = npt.NDArray[np.bool_]


def fitting(block: People, first: int, need: Need, school: int) -> set[int]:
    """Numbers from 1 of the people of a block that starts at person `first` (from 0)."""
    fits = _near(block, need) & _wanted(block, need) & _free(block, need)
    fits &= _soft(block, need) & _competent(block, first, need)
    if school == 1:
        fits[block.hidden - first] = False
    return set((np.flatnonzero(fits) + first + 1).tolist())


def _near(block: People, need: Need) -> Flags:
    p, v = block.facts, need.facts
    square = np.full(len(p["x"]), np.iinfo(np.int64).max)
    for number in (1, 2, 3) if v["more_locations"] else (1,):
        away = (p["x"] - v[f"x{number}"]) ** 2 + (p["y"] - v[f"y{number}"]) ** 2
        square = np.minimum(square, away)
    return square <= p["max_distance_m"] ** 2


def _wanted(block: People, need: Need) -> Flags:
    p, v = block.facts, need.facts
    opens = (p["routes_open_mask"] & v["routes_mask"]) != 0
    may_open = (p["routes_open_if_mask"] & v["routes_help_mask"]) != 0
    return np.logical_and.reduce(
        [
            (p["domains_mask"] & v["domains_mask"]) != 0,
            (p["functions_mask"] & v["function_mask"]) != 0,
            (p["employment_mask"] & v["employment_mask"]) != 0,
            opens | may_open,
        ]
    )


def _free(block: People, need: Need) -> Flags:
    p, v = block.facts, need.facts
    free = np.bitwise_count(p["day_parts_mask"] & v["day_parts_mask"])
    return np.logical_and.reduce(
        [
            free >= v["day_parts_enough"],
            (~p["day_parts_mask"] & v["fixed_mask"]) == 0,
            p["hours_min"] <= v["hours_max"],
            p["hours_max"] >= v["hours_min"],
            p["from_on"] <= v["starts_on"],
            p["until_on"] >= v["until_on"],
        ]
    )


def _soft(block: People, need: Need) -> Flags:
    """What only some vacancies demand."""
    p, v = block.facts, need.facts
    practice = (p["years"] >= YEARS_OF_PRACTICE) & (v["practice_counts"] == 1)
    told = {
        "level": (p["level"] >= v["level_min"]) | practice,
        "experience": p["years"] >= v["years_min"],
        "language": p["dutch"] >= v["dutch_min"],
    }
    return np.logical_and.reduce(
        [held | (v["must_mask"] & BITS[key] == 0) for key, held in told.items()]
    )


def _competent(block: People, first: int, need: Need) -> Flags:
    """A person holds a competence once, so to count them is to know all of them."""
    asked = block.held[np.isin(block.held[:, 1], sorted(need.musts)), 0]
    counted = np.bincount(asked - first, minlength=len(block.facts["x"]))
    return counted == len(need.musts)
