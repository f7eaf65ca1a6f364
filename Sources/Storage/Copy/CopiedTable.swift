/// One table that is copied from one database into another: its columns, and in which order its rows are
/// read.
struct CopiedTable: Sendable {
    let name: String
    let columns: String
    /// How many rows it has.
    let count: SharedSQL
    /// Takes every row out.
    let clear: SharedSQL
    /// Every row, in the order of its key.
    let all: SharedSQL
    /// As many rows as the value says, from the beginning; nil where rows have no key of their own.
    private let first: SharedSQL?
    /// The same behind the row whose key the other values are.
    private let next: SharedSQL?
    /// At which columns the key stands.
    private let key: [Int]
    /// Of a table to which rows are only added, by position: those after the first value, as many as the second
    /// value says; nil for the others.
    let appended: SharedSQL?
    /// Puts one row in.
    let add: SharedSQL
    /// Whether one row of it may be a megabyte: such are read a few at a time, however long a page may be.
    let isHeavy: Bool
    private static let mostHeavy: Int64 = 16

    private init(
        _ name: SharedSQL, columns: SharedSQL, inOrderOf key: SharedSQL, isKey: Bool = true,
        isHeavy: Bool = false
    ) {
        self.isHeavy = isHeavy
        self.name = name.postgres
        self.columns = columns.postgres
        let names = Self.names(in: self.columns)
        self.key = Self.names(in: key.postgres).compactMap { names.firstIndex(of: $0) }
        count = .joined("SELECT count(*) FROM", name)
        clear = .joined("DELETE FROM", name)
        all = .joined("SELECT", columns, "FROM", name, "ORDER BY", key)
        let places = SharedSQL.places(self.key.count, from: 2)
        first = isKey ? .joined("SELECT", columns, "FROM", name, "ORDER BY", key, "LIMIT $1") : nil
        let behind = SharedSQL.joined("WHERE (", key, ") > (", places, ") ORDER BY", key, "LIMIT $1")
        next = isKey ? .joined("SELECT", columns, "FROM", name, behind) : nil
        let rest: SharedSQL = "WHERE position > $1 ORDER BY position LIMIT $2"
        appended =
            key.postgres == "position" ? .joined("SELECT", columns, "FROM", name, rest) : nil
        add = .joined("INSERT INTO", name, "(", columns, ") VALUES (", .places(names.count), ")")
    }

    /// The statement that reads so many rows behind a key, or the first of them, and its values; nil behind the end of
    /// a table that is read at once.
    ///
    /// The database finds the key in an index, so that a page far behind costs what the first one costs.
    func page(behind last: [SQLValue]?, most: Int64) -> (sql: SharedSQL, values: [SQLValue])? {
        guard let first, let next else { return last == nil ? (all, []) : nil }
        let most = isHeavy ? min(most, Self.mostHeavy) : most
        guard let last else { return (first, [.integer(most)]) }
        return (next, [.integer(most)] + last)
    }

    /// The key of a row of this table.
    func key(of row: [SQLValue]) -> [SQLValue] { key.map { row[$0] } }

    /// The names of the columns by which its rows are told apart; nil where two rows may be equal.
    var keyNames: [String]? {
        let names = Self.names(in: columns)
        return first == nil ? nil : key.map { names[$0] }
    }

    private static func names(in columns: String) -> [String] {
        columns.split(separator: ",").map { String($0.filter { $0 != " " }) }
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
            "api_token",
            columns: """
                token_id, lookup, label, unit, institution, municipality, scopes, made_by, made_ms, \
                expires_ms, last_used_day, revoked_by, revoked_ms
                """, inOrderOf: "token_id"),
        CopiedTable(
            "attempt",
            columns: """
                kind, name, at_ms
                """, inOrderOf: "kind, name, at_ms", isKey: false),
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
            "sealed_image",
            columns: """
                image_id, case_id, person, compartment, kind, unit, actor, attached_ms, size, digest, sealed, \
                note
                """, inOrderOf: "image_id", isHeavy: true),
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
            "figure_release",
            columns: """
                release_id, period, content, checksum, made_by, made_at_ms, approved_by, approved_at_ms, \
                discarded_by, discarded_at_ms
                """, inOrderOf: "release_id"),
        CopiedTable(
            "privacy_spend", columns: "release_id, year, epsilon_thousandths, spent_at_ms",
            inOrderOf: "release_id"),
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
            "drill_result",
            columns: """
                drill_id, kind, subject, shift, edition, claimed_start_ms, ended_ms, trail, offered, present, \
                marked, choices, score, is_passed
                """, inOrderOf: "drill_id"),
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
