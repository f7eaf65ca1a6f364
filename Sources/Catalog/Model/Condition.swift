/// A condition as it is written in a file; every test knows its line.
public indirect enum Condition: Sendable {
    case always
    case test(fact: Identifier<Fact>, values: [String], place: Place)
    case all([Condition])
    case any([Condition])
    case not(Condition)

    /// Every test inside, in the order of the file.
    public var tests: [Test] {
        switch self {
        case .always: []
        case .test(let fact, let values, let place): [Test(fact: fact, values: values, place: place)]
        case .all(let parts), .any(let parts): parts.flatMap(\.tests)
        case .not(let part): part.tests
        }
    }

    public struct Test: Sendable {
        public let fact: Identifier<Fact>
        public let values: [String]
        public let place: Place
    }
}
