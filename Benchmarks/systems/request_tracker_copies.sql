-- Copies all tickets with their roles, members, history, texts and fields until there are `target`:
--   psql -v target=20000 -f request_tracker_copies.sql
\set ON_ERROR_STOP on
BEGIN;

CREATE TEMP TABLE original AS
    SELECT id FROM tickets WHERE queue = (SELECT id FROM queues WHERE name = 'Referral') ORDER BY id;
CREATE TEMP TABLE role AS
    SELECT g.id FROM groups g JOIN original o ON g.instance = o.id WHERE g.domain = 'RT::Ticket-Role';
CREATE TEMP TABLE step AS
    SELECT t.id FROM transactions t JOIN original o ON t.objectid = o.id WHERE t.objecttype = 'RT::Ticket';
-- How far the ids of each copy are moved.
CREATE TEMP TABLE copy AS
    SELECT number * 1000000 AS moved FROM generate_series(1, :target / (SELECT count(*) FROM original)::int - 1) number;

CREATE FUNCTION pg_temp.copy_rows(source text, of_table text, of_column text, moved_columns text[], condition text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    columns text;
    moved text;
BEGIN
    SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position),
           string_agg('s.' || quote_ident(column_name) || CASE WHEN column_name = ANY (moved_columns) THEN ' + copy.moved' ELSE '' END,
                      ', ' ORDER BY ordinal_position)
      INTO columns, moved FROM information_schema.columns WHERE table_name = source AND table_schema = 'public';
    EXECUTE format('INSERT INTO %1$s (%2$s) SELECT %3$s FROM %1$s s JOIN %4$s known ON s.%5$s = known.id CROSS JOIN copy WHERE %6$s',
                   source, columns, moved, of_table, of_column, condition);
END $$;

SELECT pg_temp.copy_rows('tickets', 'original', 'id', '{id,effectiveid}', 'true');
SELECT pg_temp.copy_rows('principals', 'role', 'id', '{id}', 'true');
SELECT pg_temp.copy_rows('groups', 'role', 'id', '{id,instance}', 'true');
SELECT pg_temp.copy_rows('groupmembers', 'role', 'groupid', '{id,groupid}', 'true');
-- A group is a member of itself; its users stay who they are.
INSERT INTO cachedgroupmembers (id, groupid, memberid, via, immediateparentid, disabled)
    SELECT c.id + moved, c.groupid + moved, CASE WHEN c.memberid = c.groupid THEN c.memberid + moved ELSE c.memberid END,
           c.via + moved, c.immediateparentid + moved, c.disabled
    FROM cachedgroupmembers c JOIN role ON c.groupid = role.id CROSS JOIN copy;
SELECT pg_temp.copy_rows('transactions', 'original', 'objectid', '{id,objectid}', 's.objecttype = ''RT::Ticket''');
SELECT pg_temp.copy_rows('attachments', 'step', 'transactionid', '{id,transactionid}', 'true');
SELECT pg_temp.copy_rows('objectcustomfieldvalues', 'original', 'objectid', '{id,objectid}', 's.objecttype = ''RT::Ticket''');

SELECT setval('tickets_id_seq', (SELECT max(id) FROM tickets)),
       setval('principals_id_seq', (SELECT max(id) FROM principals)),
       setval('groups_id_seq', (SELECT max(id) FROM principals)),
       setval('groupmembers_id_seq', (SELECT max(id) FROM groupmembers)),
       setval('cachedgroupmembers_id_seq', (SELECT max(id) FROM cachedgroupmembers)),
       setval('transactions_id_seq', (SELECT max(id) FROM transactions)),
       setval('attachments_id_seq', (SELECT max(id) FROM attachments)),
       setval('objectcustomfieldvalues_id_s', (SELECT max(id) FROM objectcustomfieldvalues));
COMMIT;
