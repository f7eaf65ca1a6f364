-- Copies all issues with their fields until there are `target`:
--   psql -v target=20000 -f redmine_copies.sql
\set ON_ERROR_STOP on
BEGIN;

CREATE TEMP TABLE original AS SELECT * FROM issues ORDER BY id;
-- How far the ids of each copy are moved.
CREATE TEMP TABLE copy AS
    SELECT number * 1000000 AS moved FROM generate_series(1, :target / (SELECT count(*) FROM original)::int - 1) number;

DO $$
DECLARE
    columns text;
    moved text;
BEGIN
    SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position),
           string_agg('o.' || quote_ident(column_name) || CASE WHEN column_name IN ('id', 'root_id') THEN ' + copy.moved' ELSE '' END,
                      ', ' ORDER BY ordinal_position)
      INTO columns, moved FROM information_schema.columns WHERE table_name = 'issues' AND table_schema = 'public';
    EXECUTE format('INSERT INTO issues (%s) SELECT %s FROM original o CROSS JOIN copy', columns, moved);
END $$;
INSERT INTO custom_values (customized_type, customized_id, custom_field_id, value)
    SELECT 'Issue', c.customized_id + moved, c.custom_field_id, c.value
    FROM custom_values c JOIN original o ON c.customized_id = o.id AND c.customized_type = 'Issue' CROSS JOIN copy;

SELECT setval('issues_id_seq', (SELECT max(id) FROM issues));
COMMIT;
