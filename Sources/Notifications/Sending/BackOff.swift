import CaseRegister

/// How long to wait before the next try: twice as long each time, and never for all messages at the same moment.
struct BackOff: Sendable {
    let random: any RandomSource

    /// The wait after so many tries by one channel, in milliseconds: between half of the step and all of it.
    func milliseconds(after tries: Int) -> Int64 {
        let step = min(Self.longest, Self.first << Int64(min(max(tries - 1, 0), 20)))
        let drawn = random.bytes(2).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return step / 2 + step / 2 * drawn / 65_535
    }

    static let first: Int64 = 20_000
    static let longest: Int64 = 30 * 60_000
}
