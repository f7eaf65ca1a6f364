/// One row of `bin/import-rule`: what a target may import.
struct ImportRule: Equatable {
    let target: String
    let ours: Set<String>
    let packages: Set<String>

    /// Every row, lowest floor first.
    static func read() throws -> [ImportRule] {
        try Clone.text("bin/import-rule").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.split(separator: "|").map { column in
                column.split(separator: " ").map(String.init).filter { $0 != "-" }
            }
            return ImportRule(target: columns[0][0], ours: Set(columns[1]), packages: Set(columns[2]))
        }
    }
}
