import Testing

@testable import Standards

struct NameUUIDTests {
    @Test func `a name has one UUID of version 5, and two names have two`() {
        let names = (0..<500).map { "institution/\($0)" }
        let made = names.map { NameUUID(of: $0).text }
        #expect(made == names.map { NameUUID(of: $0).text })
        #expect(Set(made).count == names.count)
        for text in made {
            #expect(NameUUID.isUUID(text))
            let characters = Array(text)
            #expect(characters[14] == "5" && "89ab".contains(characters[19]))
        }
    }

    @Test(arguments: [
        "", "abc", "6b1f0c9e-52a7-4d83-b490-173ed5682af", "6b1f0c9e-52a7-4d83-b490-173ed5682afg",
    ])
    func `what is no UUID is told apart`(text: String) { #expect(!NameUUID.isUUID(text)) }
}
