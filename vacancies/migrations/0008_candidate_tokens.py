"""On PostgreSQL, an index that finds the people worth judging for a vacancy.

`vacancies.matching.finding` tells what the tokens are and makes those of a vacancy.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION vacancies_candidate_tokens(
    domains bigint, functions int, x bigint, y bigint, farthest bigint
) RETURNS int[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
DECLARE
    found int[] := '{}';
    origin CONSTANT bigint := 16384000;
    side bigint := 8000;
    level int := 1;
BEGIN
    FOR d IN 0..62 LOOP
        CONTINUE WHEN (domains >> d) & 1 = 0;
        FOR f IN 0..30 LOOP
            CONTINUE WHEN (functions >> f) & 1 = 0;
            found := found || ((d << 5) | f);
        END LOOP;
    END LOOP;
    WHILE side * 2 < farthest AND level < 6 LOOP
        side := side * 2;
        level := level + 1;
    END LOOP;
    FOR i IN (x - farthest + origin) / side .. (x + farthest + origin) / side LOOP
        FOR j IN (y - farthest + origin) / side .. (y + farthest + origin) / side LOOP
            found := found || ((level << 24) | (i::int << 12) | j::int);
        END LOOP;
    END LOOP;
    RETURN found;
END $$
"""
INDEX = """
CREATE INDEX candidate_facts_tokens ON vacancies_candidatefacts USING gin (
    vacancies_candidate_tokens(domains_mask, functions_mask, x, y, max_distance_m)
) WITH (fastupdate = off)
"""


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FUNCTION)
        schema_editor.execute(INDEX)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX candidate_facts_tokens")
        schema_editor.execute("DROP FUNCTION vacancies_candidate_tokens")


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0007_candidates_to_sift")]
    operations = [migrations.RunPython(add, drop)]
