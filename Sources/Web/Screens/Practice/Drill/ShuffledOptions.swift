/// The order in which options are shown: the same for one scene everywhere, and the right one not always first.
enum ShuffledOptions {
    static func order(of count: Int, by name: String, _ number: Int) -> [Int] {
        guard count > 0 else { return [] }
        let start = (name.utf8.reduce(0) { $0 + Int($1) } + number * 2) % count
        return (0..<count).map { ($0 + start) % count }
    }
}
