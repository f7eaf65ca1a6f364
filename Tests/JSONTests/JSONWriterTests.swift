import JSON
import Testing

struct JSONWriterTests {
    let report: JSON = [
        "id": "a1", "facts": ["danger": "no", "age": "child"], "signs": ["A01", "B02"], "none": [],
        "empty": [:],
        "at": -12, "seen": true, "where": nil,
    ]

    @Test func `the compact form keeps the order of the members`() {
        #expect(
            report.text() == """
                {"id":"a1","facts":{"danger":"no","age":"child"},"signs":["A01","B02"],"none":[],"empty":{},\
                "at":-12,"seen":true,"where":null}
                """)
    }

    @Test func `the canonical form does not depend on the order of the members`() {
        let other: JSON = ["b": ["y": 1, "x": 2], "a": "z"]
        #expect(other.text(.canonical) == #"{"a":"z","b":{"x":2,"y":1}}"#)
        #expect((["a": "z", "b": ["x": 2, "y": 1]] as JSON).text(.canonical) == other.text(.canonical))
    }

    @Test func `the canonical form sorts keys by their bytes`() {
        let keys: JSON = ["ñ": 1, "z": 2, "Z": 3, "": 4, "🧒": 5]
        #expect(keys.text(.canonical) == #"{"":4,"Z":3,"z":2,"ñ":1,"🧒":5}"#)
    }

    @Test func `the pretty form shows one member a line`() {
        let value: JSON = ["id": "a1", "signs": ["A01", "B02"], "none": [], "facts": ["age": "child"]]
        #expect(
            value.text(.pretty) == """
                {
                  "id": "a1",
                  "signs": [
                    "A01",
                    "B02"
                  ],
                  "none": [],
                  "facts": {
                    "age": "child"
                  }
                }
                """)
    }

    @Test func `only what must be escaped is escaped`() {
        let text: JSON = "\"\\/ñ🧒\u{08}\u{09}\u{0A}\u{0C}\u{0D}\u{01}\u{1F}\u{7F}"
        #expect(text.text() == #""\"\\/ñ🧒\b\t\n\f\r\u0001\u001f"# + "\u{7F}\"")
    }

    @Test func `many lines share one buffer`() {
        var buffer: [UInt8] = []
        for number in 1...3 {
            (["n": .integer(Int64(number))] as JSON).write(into: &buffer)
            buffer.append(0x0A)
        }
        #expect(String(decoding: buffer, as: UTF8.self) == "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n")
    }
}
