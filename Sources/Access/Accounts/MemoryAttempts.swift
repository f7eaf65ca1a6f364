public import ReferralDomain

/// Tries in the memory of one program: nothing is written down, and a restart, which only the house can cause, forgives.
public actor MemoryAttempts: AttemptBook {
    private var tries: [AttemptName: [Instant]] = [:]
    private let mostNames: Int

    /// - Parameter mostNames: how many names are kept; beyond it the quiet ones are forgotten.
    public init(mostNames: Int = 20_000) { self.mostNames = mostNames }

    public func attempt(
        _ names: [AttemptName], at now: Instant, judge: @Sendable ([[Instant]]) -> Int64?
    ) -> Int64? {
        makeRoom(at: now)
        let recent = names.map { self.recent($0, at: now) }
        if let wait = judge(recent) { return wait }
        for (name, before) in zip(names, recent) { tries[name] = before + [now] }
        return nil
    }

    public func tries(of name: AttemptName, at now: Instant) -> [Instant] { recent(name, at: now) }

    public func forgive(_ name: AttemptName) { tries[name] = nil }

    public func forgiveLast(of name: AttemptName) { _ = tries[name]?.popLast() }

    private func recent(_ name: AttemptName, at now: Instant) -> [Instant] {
        (tries[name] ?? []).filter {
            now.millisecondsSinceEpoch - $0.millisecondsSinceEpoch < name.windowMilliseconds
        }
    }

    /// Whoever types thousands of invented accounts must not fill the memory.
    private func makeRoom(at now: Instant) {
        guard tries.count > mostNames else { return }
        tries = tries.filter { !recent($0.key, at: now).isEmpty }
        if tries.count > mostNames { tries = tries.filter { $0.value.count >= Self.often } }
    }

    /// Who tried as often as this is kept, however many others there are.
    private static let often = 5
}
