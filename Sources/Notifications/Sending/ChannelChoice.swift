import CaseRegister

/// By which channel a message goes next.
///
/// A few tries by one channel, then the next; once all had theirs, all over again until the message's time is over.
/// A later message about the same thing begins with a channel that no earlier one used.
struct ChannelChoice {
    let claimed: ClaimedMessage
    /// The ways out that the house has.
    let kinds: Set<ChannelKind>

    /// The addresses that may still take it, the best first.
    var order: [UnitChannel] {
        usable.enumerated().sorted { one, other in rank(one) < rank(other) }.map(\.element)
    }

    /// Whether every usable channel has had its tries.
    func isExhausted(after channel: UnitChannel?, isFinal: Bool) -> Bool {
        usable.allSatisfy { each in
            let isLast = each.id == channel?.id
            return (isLast && isFinal) || tries(each) + (isLast ? 1 : 0) >= Self.triesInARow
        }
    }

    /// Whether no channel will ever take it, once this one has refused for good.
    func isHopeless(after channel: UnitChannel, isFinal: Bool) -> Bool {
        isFinal && usable.allSatisfy { $0.id == channel.id }
    }

    /// How often the message was tried by a channel.
    func tries(_ channel: UnitChannel) -> Int { claimed.tried.count { $0.channel == channel.id } }

    private var usable: [UnitChannel] {
        let refused = Set(claimed.tried.filter(\.isFinal).map(\.channel))
        let known = claimed.channels.filter { kinds.contains($0.address.kind) && !refused.contains($0.id) }
        let meant = known.filter { $0.audience == claimed.message.audience }
        // Where nobody gave an address of the supervisor, the office is better than nobody.
        return meant.isEmpty ? known.filter { $0.audience == .office } : meant
    }

    private func rank(_ one: (offset: Int, element: UnitChannel)) -> (Int, Int, Int) {
        (tries(one.element) / Self.triesInARow, claimed.usedBefore[one.element.id] ?? 0, one.offset)
    }

    static let triesInARow = 3
}
