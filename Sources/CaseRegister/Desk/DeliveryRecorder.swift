public import ReferralDomain

/// Writes into a case whether a referral's message arrived: what a machine proved, never what somebody says.
///
/// The same news twice is one event, so that a crash between the case and the outbox does no harm.
public struct DeliveryRecorder: Sendable {
    private let journal: any CaseJournal
    private let clock: @Sendable () -> Instant

    public init(journal: any CaseJournal, clock: @escaping @Sendable () -> Instant) {
        self.journal = journal
        self.clock = clock
    }

    /// Records the news; true where the case knows it now, so that nobody need tell it again.
    ///
    /// - Throws: a fault of the journal that may pass.
    public func record(_ news: DeliveryNews) async throws(JournalFault) -> Bool {
        let history: [RecordedEvent]
        do {
            history = try await journal.history(of: news.caseID)
        } catch {
            // A case that cannot be read is not told, and does not keep the others waiting.
            if error == .damaged { return true }
            throw error
        }
        let state = CaseState(after: history)
        guard let event = Self.event(of: news, in: state) else { return true }
        do {
            _ = try await journal.append(
                [NewEvent(.referral(news.referral, event))], to: news.caseID, after: state.version,
                stamp: Stamp(actor: .messenger, instant: clock()))
            return true
        } catch {
            switch error {
            case .overtaken: return false
            case .fault(let fault): throw fault
            }
        }
    }

    /// Nil where the referral is past it, or the case says so already.
    static func event(of news: DeliveryNews, in state: CaseState) -> ReferralEvent? {
        guard let referral = state.referral(news.referral), referral.state.isOpen,
            referral.state.progress < ReferralState.acknowledged.progress
        else { return nil }
        if news.isDelivered {
            let isKnown = referral.undelivered == nil && referral.hops.contains { $0.state == .delivered }
            return isKnown ? nil : .delivered(news.channel)
        }
        return referral.undelivered == nil ? .undelivered(news.channel) : nil
    }
}
