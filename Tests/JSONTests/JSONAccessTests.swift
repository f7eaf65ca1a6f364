import JSON
import Testing

struct JSONAccessTests {
    let json: JSON = ["facts": ["age": "child"], "signs": ["A01"], "at": 7, "seen": false, "where": nil]

    @Test func `a member is found by its name`() {
        #expect(json["facts"]?["age"]?.string == "child")
        #expect(json["signs"]?[0]?.string == "A01")
        #expect(json["at"]?.integer == 7)
        #expect(json["seen"]?.boolean == false)
        #expect(json["facts"]?.object == [.init("age", "child")])
        #expect(json["signs"]?.array == ["A01"])
    }

    @Test func `a member that is missing is not the same as one that is null`() {
        #expect(json["where"]?.isNull == true)
        #expect(json["when"] == nil)
    }

    @Test func `asking for another kind gives nothing`() {
        #expect(json["at"]?.string == nil)
        #expect(json["facts"]?.integer == nil)
        #expect(json["facts"]?[0] == nil)
        #expect(json["signs"]?["age"] == nil)
        #expect(json["signs"]?[1] == nil)
        #expect(json["signs"]?[-1] == nil)
        #expect(json["signs"]?.boolean == nil)
        #expect(json["seen"]?.array == nil)
        #expect(json["seen"]?.object == nil)
    }
}
