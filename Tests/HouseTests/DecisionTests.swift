import Testing

struct DecisionTests {
    @Test func `no two decisions share a number`() throws {
        let numbers = try Clone.files(under: "docs/decisions").map { $0.split(separator: "/")[2].prefix(4) }
        #expect(numbers.count >= 10)
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.allSatisfy { $0.wholeMatch(of: /\d{4}/) != nil })
    }

    @Test func `a decision opens with its own number`() throws {
        for path in try Clone.files(under: "docs/decisions") {
            let number = path.split(separator: "/")[2].prefix(4)
            #expect(try Clone.text(path).hasPrefix("# \(number) "), "\(path)")
        }
    }
}
