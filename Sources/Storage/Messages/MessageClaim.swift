import CaseRegister
import ReferralDomain

/// Reads all that a sender must know of one message.
struct MessageClaim {
    let row: SQLRow
    let sender: SenderID
    let session: any SQLSession

    init(of row: SQLRow, by sender: SenderID, in session: any SQLSession) {
        self.row = row
        self.sender = sender
        self.session = session
    }

    func claimed() throws -> ClaimedMessage {
        let message = try OutboxMessage(row)
        let attempt = Int(try row.integer(14)) + 1
        var channels = try session.rows(SQL.channels, [.text(message.unit.text)]).map(UnitChannel.init)
        var digits: String?
        if let only = try row.optionalText(18) {
            channels = channels.filter { $0.id.text == only }
            digits = try session.rows(SQL.code, [.text(only)]).first?.optionalText(0)
        } else {
            channels = channels.filter { $0.verified != nil }
        }
        return ClaimedMessage(
            message, by: sender, attempt: attempt, channels: channels, tried: try tried(message),
            usedBefore: try usedBefore(message), isOwed: try isOwed(message, digits),
            hasWarned: try row.integer(16) == 1, digits: digits)
    }

    private func isOwed(_ message: OutboxMessage, _ digits: String?) throws -> Bool {
        guard let subject = message.subject else { return digits != nil }
        guard let obligation = try row.optionalText(17) else { return true }
        return !(try session.rows(SQL.owed, [.text(subject.caseID.text), .text(obligation)])).isEmpty
    }

    private func tried(_ message: OutboxMessage) throws -> [ClaimedMessage.Try] {
        try session.rows(SQL.tried, [.text(message.id.text), .integer(try row.integer(15))]).map { row in
            ClaimedMessage.Try(
                try row.required(0) { try? ChannelID(reading: $0) }, isFinal: try row.integer(1) == 1)
        }
    }

    /// The tries of earlier messages to the same unit about the same referral, or where there is none, the same duty.
    private func usedBefore(_ message: OutboxMessage) throws -> [ChannelID: Int] {
        guard let subject = message.subject else { return [:] }
        let values: [SQLValue] = [
            .text(subject.caseID.text), .text(message.unit.text), .text(message.id.text),
            SQLValue(subject.referral?.text), SQLValue(try row.optionalText(17)),
        ]
        var used: [ChannelID: Int] = [:]
        for row in try session.rows(SQL.usedBefore, values) {
            used[try row.required(0) { try? ChannelID(reading: $0) }] = Int(try row.integer(1))
        }
        return used
    }
}

private enum SQL {
    static let channels = UnitChannel.columns + "WHERE unit = $1 ORDER BY place, channel_id"
    static let code: SharedSQL = "SELECT code FROM unit_channel WHERE channel_id = $1"
    static let owed: SharedSQL = """
        SELECT obligation FROM obligation_row WHERE case_id = $1 AND obligation = $2
        """
    static let tried: SharedSQL = """
        SELECT channel_id, is_final FROM message_attempt WHERE message_id = $1 AND attempt > $2 ORDER BY attempt
        """
    static let usedBefore: SharedSQL = """
        SELECT message_attempt.channel_id, count(DISTINCT message_attempt.message_id)
        FROM message INNER JOIN message_attempt ON message_attempt.message_id = message.message_id
        WHERE message.case_id = $1 AND message.unit = $2 AND message.message_id <> $3
            AND (message.referral = $4 OR (CAST($4 AS TEXT) IS NULL AND message.obligation = $5))
        GROUP BY message_attempt.channel_id
        """
}
