import Yams

extension ItemReader {
    /// A condition: `always`, a test, or `all`, `any`, `not` of conditions.
    func condition(_ key: String) -> Condition {
        required(key).map { condition(from: $0) } ?? .always
    }

    func condition(from node: Node) -> Condition {
        if node.scalar?.string == "always" { return .always }
        guard let mapping = node.mapping, mapping.count == 1,
            let (key, value) = mapping.first.map({ ($0, $1) }),
            let name = key.scalar?.string
        else {
            notes.add(.conditionShape, at: place(of: node))
            return .always
        }
        switch name {
        case "all": return .all(parts(value))
        case "any": return .any(parts(value))
        case "not": return .not(condition(from: value))
        default:
            guard let sequence = value.sequence, !sequence.isEmpty else {
                notes.add(.expectedList, at: place(of: value), ["key": name])
                return .always
            }
            return .test(
                fact: Identifier(name), values: sequence.map { scalar($0, name) }, place: place(of: key))
        }
    }

    private func parts(_ node: Node) -> [Condition] {
        guard let sequence = node.sequence, sequence.count >= 2 else {
            notes.add(.conditionShape, at: place(of: node))
            return []
        }
        return sequence.map { condition(from: $0) }
    }

    /// A list of `{when, …}`, each read by `read`.
    func conditional<Value>(_ key: String, _ read: (ItemReader) -> Value) -> [Value] {
        guard let found = node(key) else { return [] }
        guard let sequence = found.sequence else {
            notes.add(.expectedList, at: place(of: found), ["key": key])
            return []
        }
        return sequence.map { nested($0, read) }
    }
}
