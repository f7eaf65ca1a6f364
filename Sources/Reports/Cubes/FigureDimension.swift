/// One thing by which records are told apart: a district, a form of exploitation, an age.
public struct FigureDimension: Hashable, Sendable {
    /// A word, such as `district`.
    public let id: String
    /// Its values in the order in which they are printed; words.
    public let values: [String]
    /// The place of the recorded fact that it is read from, among the facts of the cube.
    let fact: Int
    /// For each value of that fact, the value that it is here.
    let reading: [Int]

    /// The fact itself.
    init(_ id: String, of fact: Int, values: [String]) {
        self.id = id
        self.values = values
        self.fact = fact
        reading = Array(values.indices)
    }

    /// Whether the fact has come so far, in the order of its values: `yes` or `no`.
    init(_ id: String, of fact: Int, from threshold: Int, of count: Int) {
        self.id = id
        values = ["yes", "no"]
        self.fact = fact
        reading = (0..<count).map { $0 >= threshold ? 0 : 1 }
    }

    /// A value of the fact that is read as this value here.
    func preimage(of value: Int) -> Int { reading.firstIndex(of: value) ?? 0 }
}
