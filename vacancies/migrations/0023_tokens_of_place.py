"""On PostgreSQL, one token for a pair of domain and function in a cell, where these stood apart.

`vacancies.matching.finding` tells what the tokens are and makes those of a vacancy.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("vacancies.migrations.0008_candidate_tokens")
FUNCTION = """
CREATE FUNCTION vacancies_candidate_tokens(
    domains bigint, functions int, x bigint, y bigint, farthest bigint
) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
DECLARE
    cells bigint[] := '{}';
    found bigint[] := '{}';
    origin CONSTANT bigint := 16384000;
    side bigint := 8000;
    level bigint := 1;
    trade bigint;
BEGIN
    WHILE side < farthest AND level < 6 LOOP
        side := side * 2;
        level := level + 1;
    END LOOP;
    FOR i IN (x - farthest + origin) / side .. (x + farthest + origin) / side LOOP
        FOR j IN (y - farthest + origin) / side .. (y + farthest + origin) / side LOOP
            cells := cells || ((level << 24) | (i::bigint << 12) | j);
        END LOOP;
    END LOOP;
    FOR d IN 0..62 LOOP
        CONTINUE WHEN (domains >> d) & 1 = 0;
        FOR f IN 0..30 LOOP
            CONTINUE WHEN (functions >> f) & 1 = 0;
            trade := (d << 5) | f;
            FOR n IN 1 .. cardinality(cells) LOOP
                found := found || ((trade << 27) | cells[n]);
            END LOOP;
        END LOOP;
    END LOOP;
    RETURN found;
END $$
"""


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        BEFORE.drop(apps, schema_editor)
        schema_editor.execute(FUNCTION)
        schema_editor.execute(BEFORE.INDEX)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        BEFORE.drop(apps, schema_editor)
        BEFORE.add(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0022_runs_of_a_trajectory")]
    operations = [migrations.RunPython(add, drop)]
