/// The tables and indexes of the newest release: what a fresh file must have, and nothing else.
enum GoldenSchema {
    /// The columns of each table, in order.
    static let tables = [
        "journal_event": """
        position INTEGER, case_id TEXT, version INTEGER, name TEXT, event_version INTEGER, payload TEXT, \
        actor TEXT, recorded_at_ms INTEGER, previous_hash TEXT, hash TEXT, case_hash TEXT
        """,
        "schema_migration": "version INTEGER, name TEXT",
        "register_meta": "name TEXT, value TEXT",
        "case_row": """
        case_id TEXT, reference TEXT, version INTEGER, reports INTEGER, reporter TEXT, stands_in TEXT, \
        municipality TEXT, district TEXT, level TEXT, harm INTEGER, owner TEXT, people INTEGER, \
        is_open INTEGER, opened_ms INTEGER, next_kind TEXT, next_institution TEXT, next_subject TEXT, \
        next_start_ms INTEGER, next_due_ms INTEGER, next_is_paused INTEGER, next_climbed INTEGER, \
        next_end_ms INTEGER, place_seen_ms INTEGER, queue_rank INTEGER, is_duress INTEGER
        """,
        "obligation_row": """
        case_id TEXT, obligation TEXT, kind TEXT, institution TEXT, unit TEXT, person TEXT, referral TEXT, \
        subject TEXT, rule TEXT, start_ms INTEGER, legal_due_ms INTEGER, target_due_ms INTEGER, \
        paused_until_ms INTEGER, end_ms INTEGER, climbed INTEGER, next_rung INTEGER, next_rung_ms INTEGER, \
        harm INTEGER, has_child INTEGER, is_withheld INTEGER
        """,
        "device": """
        device_id INTEGER, label TEXT, unit TEXT, public_key BLOB, invited_by TEXT, enrolled_ms INTEGER, \
        expires_ms INTEGER, revoked_by TEXT, revoked_ms INTEGER
        """,
        "device_invitation": """
        lookup TEXT, label TEXT, unit TEXT, days INTEGER, invited_by TEXT, invited_ms INTEGER, \
        expires_ms INTEGER, device_id INTEGER
        """,
        "device_report": """
        case_id TEXT, packet_hash TEXT, device_id INTEGER, made_ms INTEGER, sent_ms INTEGER, \
        received_ms INTEGER, marks TEXT, unit TEXT, detail BLOB
        """,
        "device_handover": """
        handover_id TEXT, case_id TEXT, from_device INTEGER, to_device INTEGER, post TEXT, \
        offered_ms INTEGER, answered_ms INTEGER, received_ms INTEGER, packet_hash TEXT, conflict TEXT
        """,
        "catalog_edition": "hash TEXT, version TEXT, since_ms INTEGER",
        "drill_result": """
        drill_id TEXT, kind TEXT, subject TEXT, shift TEXT, edition TEXT, claimed_start_ms INTEGER, \
        ended_ms INTEGER, trail TEXT, offered TEXT, present TEXT, marked TEXT, choices TEXT, score INTEGER, \
        is_passed INTEGER
        """,
        "directory_call": """
        call_id TEXT, contact TEXT, outcome TEXT, called_at_ms INTEGER, actor TEXT, unit TEXT
        """,
        "directory_change": """
        change_id TEXT, contact TEXT, version INTEGER, value TEXT, extension TEXT, reason TEXT, actor TEXT, \
        changed_at_ms INTEGER, confirmed_by TEXT, confirmed_at_ms INTEGER
        """,
        "ladder_change": """
        change_id TEXT, kind TEXT, version INTEGER, goal_ms INTEGER, rungs_ms TEXT, reason TEXT, actor TEXT, \
        changed_at_ms INTEGER, approved_by TEXT, approved_at_ms INTEGER
        """,
        "figure_release": """
        release_id TEXT, period TEXT, content TEXT, checksum TEXT, made_by TEXT, made_at_ms INTEGER, \
        approved_by TEXT, approved_at_ms INTEGER, discarded_by TEXT, discarded_at_ms INTEGER
        """,
        "privacy_spend": "release_id TEXT, year INTEGER, epsilon_thousandths INTEGER, spent_at_ms INTEGER",
        "referral_row": """
        case_id TEXT, referral TEXT, place INTEGER, step TEXT, institution TEXT, unit TEXT, state TEXT, \
        sent_ms INTEGER, due_ms INTEGER, end_ms INTEGER, ended_ms INTEGER, acknowledged_ms INTEGER, \
        waited_ms INTEGER
        """,
        "unit": """
        id TEXT, institution TEXT, name TEXT, municipality TEXT, districts TEXT, public_key BLOB, recovery BLOB
        """,
        "account": """
        id TEXT, unit TEXT, role TEXT, created_at_ms INTEGER, expires_at_ms INTEGER, ended_at_ms INTEGER, \
        public_key BLOB, locked_key BLOB, sealed_factor BLOB, wrapped_unit BLOB, last_step INTEGER
        """,
        "invitation": """
        lookup TEXT, account TEXT, unit TEXT, role TEXT, created_at_ms INTEGER, account_expires_at_ms INTEGER, \
        locked BLOB, spoken TEXT, salt BLOB, expires_at_ms INTEGER, tries INTEGER
        """,
        "session": """
        lookup TEXT, id TEXT, account TEXT, form_token TEXT, locked_key BLOB, created_at_ms INTEGER, \
        seen_at_ms INTEGER, fresh_until_ms INTEGER, idle_limit_ms INTEGER
        """,
        "api_token": """
        token_id TEXT, lookup TEXT, label TEXT, unit TEXT, institution TEXT, municipality TEXT, scopes TEXT, \
        made_by TEXT, made_ms INTEGER, expires_ms INTEGER, last_used_day TEXT, revoked_by TEXT, \
        revoked_ms INTEGER
        """,
        "attempt": "kind TEXT, name TEXT, at_ms INTEGER",
        "acknowledgement_ticket": """
        ticket_id TEXT, kind TEXT, case_id TEXT, referral_id TEXT, institution TEXT, issued_by TEXT, \
        session TEXT, code_salt TEXT, code_hash TEXT, issued_at_ms INTEGER, expires_at_ms INTEGER, \
        tries INTEGER, used_at_ms INTEGER
        """,
        "receipt_code": "code TEXT, case_id TEXT, version INTEGER",
        "compartment_key": "case_id TEXT, compartment TEXT, unit TEXT, wrapped BLOB",
        "person_key": "person TEXT, compartment TEXT, case_id TEXT, sealed BLOB",
        "person_tombstone": "person TEXT, shredded_at_ms INTEGER",
        "unit_channel": """
        channel_id TEXT, unit TEXT, kind TEXT, address TEXT, audience TEXT, place INTEGER, added_ms INTEGER, \
        verified_ms INTEGER, code TEXT, code_until_ms INTEGER, code_tries INTEGER
        """,
        "message": """
        message_id TEXT, kind TEXT, audience TEXT, unit TEXT, case_id TEXT, reference TEXT, referral TEXT, \
        obligation TEXT, only_by TEXT, state TEXT, attempts INTEGER, taken_up_at INTEGER, channel TEXT, \
        outcome TEXT, owes TEXT, has_warned INTEGER, created_ms INTEGER, next_ms INTEGER, \
        deadline_ms INTEGER, ended_ms INTEGER, held_by TEXT, held_until_ms INTEGER
        """,
        "message_attempt": """
        message_id TEXT, attempt INTEGER, channel_id TEXT, at_ms INTEGER, outcome TEXT, is_final INTEGER
        """,
        "push_subscription": """
        push_id TEXT, account TEXT, address TEXT, added_ms INTEGER, wake INTEGER, attempts INTEGER, \
        next_ms INTEGER, held_by TEXT, held_until_ms INTEGER
        """,
        "sealed_image": """
        image_id TEXT, case_id TEXT, person TEXT, compartment TEXT, kind TEXT, unit TEXT, actor TEXT, \
        attached_ms INTEGER, size INTEGER, digest TEXT, sealed BLOB, note BLOB
        """,
        "blind_key": "unit TEXT, wrapped BLOB",
        "blind_index": "unit TEXT, token BLOB, case_id TEXT, person TEXT",
        "audit_leaf": """
        position INTEGER, recorded_at_ms INTEGER, actor TEXT, unit TEXT, action TEXT, objects TEXT, \
        reason TEXT, previous_hash TEXT, hash TEXT
        """,
    ]

    /// By name.
    static let indexes = [
        "account_by_unit", "acknowledgement_ticket_by_end", "acknowledgement_ticket_by_referral",
        "api_token_by_unit", "attempt_by_name", "attempt_by_time", "audit_leaf_by_actor",
        "blind_index_by_person", "case_row_by_place", "case_row_by_queue", "case_row_by_reporter",
        "case_row_by_state", "device_by_unit", "device_handover_by_case", "directory_call_by_contact",
        "drill_result_by_shift", "drill_result_by_time", "figure_release_standing",
        "journal_event_of_shredding",
        "message_by_case", "message_by_end", "message_by_state", "message_due", "message_untold",
        "obligation_row_by_harm",
        "obligation_row_by_institution", "obligation_row_by_rung", "obligation_row_by_unit",
        "obligation_row_glass", "obligation_row_of_children", "push_subscription_by_account",
        "push_subscription_due", "referral_row_acknowledged",
        "referral_row_ended", "referral_row_open", "sealed_image_by_case", "sealed_image_by_person",
        "session_by_account", "unit_channel_by_unit",
    ]
}
