/// One table that is copied from one database into another: its columns, and in which order its rows are
/// read.
struct CopiedTable: Sendable {
    let name: String
    let columns: String
    /// How many rows it has.
    let count: SharedSQL
    /// Takes every row out.
    let clear: SharedSQL
    /// Some rows: as many as the first value says, without as many as the second value says.
    let page: SharedSQL
    /// Every row.
    let all: SharedSQL
    /// Of a table to which rows are only added, by position: those after the first value, as many as the second
    /// value says; nil for the others.
    let appended: SharedSQL?
    /// Puts one row in.
    let add: SharedSQL

    private init(_ name: SharedSQL, columns: SharedSQL, inOrderOf key: SharedSQL) {
        self.name = name.postgres
        self.columns = columns.postgres
        count = .joined("SELECT count(*) FROM", name)
        clear = .joined("DELETE FROM", name)
        page = .joined("SELECT", columns, "FROM", name, "ORDER BY", key, "LIMIT $1 OFFSET $2")
        all = .joined("SELECT", columns, "FROM", name, "ORDER BY", key)
        let rest: SharedSQL = "WHERE position > $1 ORDER BY position LIMIT $2"
        appended =
            key.postgres == "position" ? .joined("SELECT", columns, "FROM", name, rest) : nil
        let places = SharedSQL.places(self.columns.split(separator: ",").count)
        add = .joined("INSERT INTO", name, "(", columns, ") VALUES (", places, ")")
    }

    /// Every table, in the order in which rows may be put in.
    static let whole = [journal] + others + [meta]

    /// The journal, to which rows are only added.
    static let journal =
        CopiedTable(
            "journal_event",
            columns: """
                position, case_id, version, name, event_version, payload, actor, recorded_at_ms, \
                previous_hash, hash, case_hash
                """, inOrderOf: "position")

    /// What a database says of itself, which comes last.
    static let meta =
        CopiedTable(
            "register_meta",
            columns: """
                name, value
                """, inOrderOf: "name")

    /// All other tables, each after those that it refers to.
    static let others = [
        CopiedTable(
            "unit",
            columns: """
                id, institution, name, municipality, districts, public_key, recovery
                """, inOrderOf: "id"),
        CopiedTable(
            "account",
            columns: """
                id, unit, role, created_at_ms, expires_at_ms, ended_at_ms, public_key, locked_key, \
                sealed_factor, wrapped_unit, last_step
                """, inOrderOf: "id"),
        CopiedTable(
            "invitation",
            columns: """
                lookup, account, unit, role, created_at_ms, account_expires_at_ms, locked, spoken, salt, \
                expires_at_ms, tries
                """, inOrderOf: "lookup"),
        CopiedTable(
            "session",
            columns: """
                lookup, id, account, form_token, locked_key, created_at_ms, seen_at_ms, fresh_until_ms, \
                idle_limit_ms
                """, inOrderOf: "lookup"),
        CopiedTable(
            "attempt",
            columns: """
                kind, name, at_ms
                """, inOrderOf: "kind, name, at_ms"),
        CopiedTable(
            "compartment_key",
            columns: """
                case_id, compartment, unit, wrapped
                """, inOrderOf: "case_id, compartment, unit"),
        CopiedTable(
            "person_key",
            columns: """
                person, compartment, case_id, sealed
                """, inOrderOf: "person, compartment"),
        CopiedTable(
            "person_tombstone",
            columns: """
                person, shredded_at_ms
                """, inOrderOf: "person"),
        CopiedTable(
            "blind_key",
            columns: """
                unit, wrapped
                """, inOrderOf: "unit"),
        CopiedTable(
            "blind_index",
            columns: """
                unit, token, case_id, person
                """, inOrderOf: "unit, token, case_id, person"),
        CopiedTable(
            "audit_leaf",
            columns: """
                position, recorded_at_ms, actor, unit, action, objects, reason, previous_hash, hash
                """, inOrderOf: "position"),
        CopiedTable(
            "acknowledgement_ticket",
            columns: """
                ticket_id, kind, case_id, referral_id, institution, issued_by, session, code_salt, \
                code_hash, issued_at_ms, expires_at_ms, tries, used_at_ms
                """, inOrderOf: "ticket_id"),
        CopiedTable(
            "receipt_code",
            columns: """
                code, case_id, version
                """, inOrderOf: "code, case_id, version"),
        CopiedTable(
            "directory_call",
            columns: """
                call_id, contact, outcome, called_at_ms, actor, unit
                """, inOrderOf: "call_id"),
        CopiedTable(
            "directory_change",
            columns: """
                change_id, contact, version, value, extension, reason, actor, changed_at_ms, confirmed_by, \
                confirmed_at_ms
                """, inOrderOf: "change_id"),
        CopiedTable(
            "ladder_change",
            columns: """
                change_id, kind, version, goal_ms, rungs_ms, reason, actor, changed_at_ms, approved_by, \
                approved_at_ms
                """, inOrderOf: "change_id"),
        CopiedTable(
            "device",
            columns: """
                device_id, label, unit, public_key, invited_by, enrolled_ms, expires_ms, revoked_by, \
                revoked_ms
                """, inOrderOf: "device_id"),
        CopiedTable(
            "device_invitation",
            columns: """
                lookup, label, unit, days, invited_by, invited_ms, expires_ms, device_id
                """, inOrderOf: "lookup"),
        CopiedTable(
            "device_report",
            columns: """
                case_id, packet_hash, device_id, made_ms, sent_ms, received_ms, marks, unit, detail
                """, inOrderOf: "case_id"),
        CopiedTable(
            "device_handover",
            columns: """
                handover_id, case_id, from_device, to_device, post, offered_ms, answered_ms, received_ms, \
                packet_hash, conflict
                """, inOrderOf: "handover_id"),
        CopiedTable(
            "unit_channel",
            columns: """
                channel_id, unit, kind, address, audience, place, added_ms, verified_ms, code, \
                code_until_ms, code_tries
                """, inOrderOf: "channel_id"),
        CopiedTable(
            "message",
            columns: """
                message_id, kind, audience, unit, case_id, reference, referral, obligation, only_by, state, \
                attempts, taken_up_at, channel, outcome, owes, has_warned, created_ms, next_ms, \
                deadline_ms, ended_ms, held_by, held_until_ms
                """, inOrderOf: "message_id"),
        CopiedTable(
            "message_attempt",
            columns: """
                message_id, attempt, channel_id, at_ms, outcome, is_final
                """, inOrderOf: "message_id, attempt"),
        CopiedTable(
            "push_subscription",
            columns: """
                push_id, account, address, added_ms, wake, attempts, next_ms, held_by, held_until_ms
                """, inOrderOf: "push_id"),
        CopiedTable(
            "catalog_edition",
            columns: """
                hash, version, since_ms
                """, inOrderOf: "hash"),
        CopiedTable(
            "case_row",
            columns: """
                case_id, reference, version, reports, reporter, stands_in, municipality, district, level, \
                harm, owner, people, is_open, opened_ms, next_kind, next_institution, next_subject, \
                next_start_ms, next_due_ms, next_is_paused, next_climbed, next_end_ms, place_seen_ms, \
                queue_rank, is_duress
                """, inOrderOf: "case_id"),
        CopiedTable(
            "obligation_row",
            columns: """
                case_id, obligation, kind, institution, unit, person, referral, subject, rule, start_ms, \
                legal_due_ms, target_due_ms, paused_until_ms, end_ms, climbed, next_rung, next_rung_ms, \
                harm, has_child, is_withheld
                """, inOrderOf: "case_id, obligation"),
        CopiedTable(
            "referral_row",
            columns: """
                case_id, referral, place, step, institution, unit, state, sent_ms, due_ms, end_ms, \
                ended_ms, acknowledged_ms, waited_ms
                """, inOrderOf: "case_id, referral"),
    ]
}
