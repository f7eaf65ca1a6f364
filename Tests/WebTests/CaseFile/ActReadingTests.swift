import CaseRegister
import ReferralDomain
import Testing

@testable import Web

struct ActReadingTests {
    static let person = String(repeating: "a", count: 32)
    static let referral = String(repeating: "b", count: 32)

    /// For each verb a form as our pages send it.
    static let forms: [(ActWord, [ActField: String])] = [
        (.file(.claim), [:]), (.file(.settleFact), [.fact: "age", .value: "minor"]),
        (.file(.merge), [.code: reference.text]), (.file(.addPerson), [.person: person, .age: "doubted"]),
        (
            .file(.pause),
            [.obligation: "duty-integrity.x", .reason: "other-body", .day: "30/11/2026", .hour: "9:00"]
        ),
        (.file(.resume), [.obligation: "x"]), (.file(.takeWord), [.obligation: "x"]),
        (.file(.climb), [.obligation: "x", .rung: "2"]), (.file(.askClosing), [.reason: "plan-met"]),
        (.file(.close), [.reason: "plan-met"]), (.file(.reopen), [.reason: "new-facts"]),
        (.file(.reviewGlass), [.account: "OP-1", .verdict: "justified"]),
        (.referral(.call), [.referral: referral, .answered: "no"]),
        (.referral(.send), [.referral: referral, .channel: "phone"]),
        (.referral(.deliver), [.referral: referral, .channel: "email"]),
        (.referral(.accept), [.referral: referral]),
        (.referral(.reject), [.referral: referral, .reason: "not-competent", .suggested: ""]),
        (.referral(.hold), [.referral: referral, .reason: "capacity", .day: "1/12/2026", .hour: "08:00"]),
        (.referral(.resume), [.referral: referral]),
        (.referral(.recall), [.referral: referral, .reason: "error"]),
        (.referral(.receiveCustody), [.referral: referral, .post: "F-07"]),
        (.referral(.complete), [.referral: referral, .document: "OFICIO 000123-2026", .day: "23/11/2026"]),
        (.person(.seal), [.person: person, .sealedField: "name", .text: "Persona de práctica 1"]),
        (.person(.shred), [.person: person, .reason: "term-over"]),
        (.person(.settleAge), [.person: person, .age: "adult"]),
        (.person(.takeCustody), [.person: person, .institution: "fistrap", .unit: "", .post: "F-07"]),
        (.person(.endCustody), [.person: person, .reason: "hospital"]),
        (.person(.giveConsent), [.person: person, .purpose: "care", .institution: "udavit"]),
        (.person(.refuseConsent), [.person: person, .purpose: "identity", .institution: "udavit"]),
        (.person(.withdrawConsent), [.person: person, .purpose: "contact", .institution: "udavit"]),
        (.person(.confirmStop), [.person: person, .purpose: "care", .institution: "udavit"]),
        (
            .person(.overrideConsent),
            [.person: person, .purpose: "care", .institution: "minsa", .override: "vital-interest"]
        ), (.person(.startReflection), [.person: person, .length: "45"]),
        (.person(.requestStatement), [.person: person, .institution: "pnp-station"]),
        (.person(.endReflection), [.person: person]),
        (
            .person(.setSafeContact),
            [.person: person, .from: "8", .before: "20", .namesInstitution: "no"]
        ), (.person(.message), [.person: person, .channel: "sms", .namesInstitution: "yes"]),
        (.person(.tellRights), [.person: person, .language: "quechua", .understood: "yes"]),
        (.person(.countRetelling), [.person: person, .institution: "pnp-station", .reason: "no-record"]),
        (.person(.setGoal), [.person: person, .goal: "school", .responsible: "upe", .day: "01/03/2027"]),
        (.person(.meetGoal), [.person: person, .goal: "school"]),
        (
            .person(.doDuty),
            [.person: person, .duty: "duty-integrity", .document: "ACTA 7", .day: "23/11/2026"]
        ),
        (.person(.monitor), [.person: person, .month: "3", .document: "ACTA 8", .day: "23/11/2026"]),
        (.person(.askRelease), [.person: person, .duty: "duty-return", .reason: "not-abroad"]),
        (.person(.release), [.person: person, .duty: "duty-return", .reason: "not-abroad"]),
    ]

    static let reference = CaseReference(random: Array(repeating: 7, count: 14))

    /// What no field that is meant for a code may let through.
    static let hostile = [
        "", " ", "Persona Uno", "x' OR 1=1 --", "<script>alert(1)</script>", "../../etc", "a\u{301}", "१२३",
        "\u{202E}txt", String(repeating: "a", count: 65), "{\"a\":1}", "-1", "1e9", "99999999999999999999",
        "null", "%00", "á",
    ]

    static func reading(_ word: ActWord, _ fields: [ActField: String]) -> ActReading {
        var values = Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value) })
        values[ActForm.actField] = word.text
        return ActReading(FormFields(values: values))
    }

    @Test func `every verb has a form that is read`() throws {
        #expect(Set(Self.forms.map(\.0)) == Set(ActWord.all))
        for (word, fields) in Self.forms { _ = try Self.reading(word, fields).asked() }
    }

    @Test func `a form without one of its fields is refused and names the field`() {
        for (word, fields) in Self.forms {
            for (field, value) in fields where !value.isEmpty {
                var without = fields
                without[field] = nil
                #expect(throws: ActMisread.self, "\(word) without \(field)") {
                    try Self.reading(word, without).asked()
                }
            }
        }
    }

    @Test func `no field for a code takes anything but a code`() {
        let free: Set<ActField> = [.document, .text]
        for (word, fields) in Self.forms {
            for field in fields.keys where !free.contains(field) {
                for text in Self.hostile {
                    let mayBeEmpty = text.isEmpty && [.unit, .suggested, .length].contains(field)
                    let isPlainWord = text == "null" && Self.takesAnyWord(field)
                    let isPlainMinus = text == "-1" && Self.takesAnyWord(field)
                    let isPlainExponent = text == "1e9" && Self.takesAnyWord(field)
                    let isLongNumber = text == "99999999999999999999" && Self.takesAnyWord(field)
                    if mayBeEmpty || isPlainWord || isPlainMinus || isPlainExponent || isLongNumber {
                        continue
                    }
                    var changed = fields
                    changed[field] = text
                    #expect(throws: ActMisread.self, "\(word) \(field) \(text.debugDescription)") {
                        try Self.reading(word, changed).asked()
                    }
                }
            }
        }
    }

    /// Whether the register, not the form, decides which words the field knows.
    private static func takesAnyWord(_ field: ActField) -> Bool {
        switch field {
        case .account, .fact, .value, .obligation, .reason, .verdict, .suggested, .institution, .unit,
            .language, .goal, .responsible, .duty, .sealedField, .post:
            true
        default: false
        }
    }

    @Test func `a typed text is trimmed, and a long or empty one is refused`() throws {
        let base: [ActField: String] = [.person: Self.person, .sealedField: "name"]
        let read = try Self.reading(.person(.seal), base.merging([.text: "  Persona de práctica 1 "]) { $1 })
            .asked()
        guard case .seal(_, "name", let text) = read else {
            Issue.record("not a text to seal")
            return
        }
        #expect(text == "Persona de práctica 1")
        for bad in ["", "   ", String(repeating: "a", count: 2_001)] {
            #expect(throws: ActMisread(.text)) {
                try Self.reading(.person(.seal), base.merging([.text: bad]) { $1 }).asked()
            }
        }
    }

    @Test func `a declared time needs both halves and a day that exists`() throws {
        #expect(try Self.reading(.file(.claim), [:]).declaredAt() == nil)
        #expect(try Self.reading(.file(.claim), [.declaredDay: "", .declaredHour: ""]).declaredAt() == nil)
        let read = try Self.reading(.file(.claim), [.declaredDay: "23/11/2026", .declaredHour: "19:20"])
            .declaredAt()
        #expect(read.map { LimaTime($0).clock } == "19:20")
        for (day, hour, field) in [
            ("23/11/2026", "", ActField.declaredHour), ("", "19:20", .declaredDay),
            ("31/02/2026", "19:20", .declaredDay), ("23/11/2026", "24:00", .declaredHour),
            ("23-11-2026", "19:20", .declaredDay), ("23/11/26", "19:20", .declaredDay),
        ] {
            #expect(throws: ActMisread(field)) {
                try Self.reading(.file(.claim), [.declaredDay: day, .declaredHour: hour]).declaredAt()
            }
        }
    }

    @Test func `an unknown verb and a broken version are not guessed`() {
        for verb in Self.hostile + ["TOMAR", "tomar ", "claim", "entregar"] {
            let reading = ActReading(FormFields(values: [ActForm.actField: verb]))
            #expect(reading.word == nil)
            #expect(throws: ActMisread(nil)) { try reading.asked() }
            #expect(ActReading(FormFields(values: [ActForm.seenField: verb])).seen == nil)
        }
        #expect(ActReading(FormFields(values: [ActForm.seenField: "17"])).seen == 17)
    }
}
