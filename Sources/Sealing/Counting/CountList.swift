/// A list of blinded persons as it travels: which count it belongs to, how often it was blinded, and the points in
/// their own order, which says nothing about the order of the list.
public struct CountList: Hashable, Sendable {
    public let session: CountSession
    /// 1 as its owner sends it, 2 as the other one sends it back.
    public let rounds: Int
    public let points: [CountPoint]

    /// Fewer than this are refused: one person could be asked for.
    public static let least = 11
    public static let most = 200_000

    /// Why a list is refused.
    public enum Fault: Error, Hashable, Sendable {
        case notAList, wrongRound, otherSession, tooFew, tooMany, twice, noPoint
    }

    public init(
        _ points: some Sequence<CountPoint>, in session: CountSession, rounds: Int
    ) throws(Fault) {
        let sorted = points.sorted()
        guard sorted.count >= Self.least else { throw .tooFew }
        guard sorted.count <= Self.most else { throw .tooMany }
        guard Set(sorted).count == sorted.count else { throw .twice }
        self.session = session
        self.rounds = rounds
        self.points = sorted
    }

    /// The persons of a list, each of them once, blinded by their owner.
    public init(
        _ tokens: Set<CountToken>, with key: CountKey, in session: CountSession
    ) throws(Fault) {
        guard tokens.count >= Self.least else { throw .tooFew }
        guard tokens.count <= Self.most else { throw .tooMany }
        try self.init(tokens.map { key.blinded($0, in: session) }, in: session, rounds: 1)
    }

    /// The same list blinded by the other institution as well.
    public func again(with key: CountKey) throws(Fault) -> CountList {
        guard rounds == 1 else { throw .wrongRound }
        var twice: [CountPoint] = []
        for point in points {
            guard let blinded = try? key.blinded(point) else { throw .noPoint }
            twice.append(blinded)
        }
        return try CountList(twice, in: session, rounds: 2)
    }

    /// As it stands in a file: a line that says what it is, then a point a line.
    public var text: String {
        "ruta-count-1 \(session.text) \(rounds)\n" + points.map { HexText.text(of: $0.bytes) + "\n" }.joined()
    }

    public init(reading text: String) throws(Fault) {
        let lines = text.split(separator: "\n").map(String.init)
        let head = lines.first?.split(separator: " ").map(String.init) ?? []
        guard head.count == 3, head[0] == "ruta-count-1", let session = CountSession(head[1]),
            let rounds = Int(head[2]), (1...2).contains(rounds)
        else { throw .notAList }
        var points: [CountPoint] = []
        for line in lines.dropFirst() {
            guard let bytes = HexText.bytes(of: line), let point = CountPoint(bytes) else { throw .noPoint }
            points.append(point)
        }
        try self.init(points, in: session, rounds: rounds)
    }
}
