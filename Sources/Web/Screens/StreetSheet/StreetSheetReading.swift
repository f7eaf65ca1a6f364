import CaseRegister
import Catalog
import ReferralDomain

/// A street sheet as it was typed in: what can be used, and what is wrong with the rest.
struct StreetSheetReading: Equatable, Sendable {
    /// The form of the street that it amounts to; nil while the number cannot be read.
    let form: StreetForm?
    /// When it was seen, as the sheet says.
    let seenAt: Instant?
    /// The marked boxes, in the order of the sheet.
    let marked: [StreetSheetBoxes.Box]
    let faults: [Fault]

    /// What is wrong, with the few characters that somebody has to look at again.
    enum Fault: Equatable, Sendable {
        case number
        case day
        case hour
        case future
        case district
        case length(String)
        case character(String)
        case check(String)
        case unknownCode(String)
        /// Two boxes of one question.
        case twice(question: String)
    }

    init(_ typed: StreetSheetForm, _ content: CatalogContent, now: Instant) {
        let boxes = StreetSheetBoxes(content)
        var faults: [Fault] = []
        let number = try? CaseReference(reading: typed.number.utf8)
        if number == nil { faults.append(.number) }
        seenAt = Self.instant(typed, now, &faults)
        let district = Self.district(typed, content, &faults)
        let codes = Self.codes(typed.codes, boxes, &faults)
        marked = boxes.groups.flatMap(\.boxes).filter { codes.contains($0.code) }
        var form = number.flatMap { try? Self.report(of: $0) }.map(StreetForm.init(report:))
        form?.district = district
        form?.shownAt = seenAt
        for group in boxes.groups {
            let chosen = group.boxes.filter { codes.contains($0.code) }
            if Self.isOneAnswer(group), chosen.count > 1 { faults.append(.twice(question: group.question)) }
            for box in chosen { form?.mark(box.meaning) }
        }
        self.form = form
        self.faults = faults
    }

    /// Whether the boxes of a group are answers to one question: only one of them can be true.
    private static func isOneAnswer(_ group: StreetSheetBoxes.Group) -> Bool {
        let subjects = group.boxes.map { box -> String in
            switch box.meaning {
            case .fact(let fact, _): fact
            case .people: "people"
            case .sign(let sign): sign
            }
        }
        return Set(subjects).count == 1
    }

    /// The id of the report of a sheet: the same for whoever types it in, so that it is one report.
    static func report(of number: CaseReference) throws(ReportID.Misread) -> ReportID {
        // Sixteen bytes: eight that say what it is, eight characters of the number.
        try ReportID(of: Array("hoja-001".utf8) + number.utf8)
    }

    private static func instant(
        _ typed: StreetSheetForm, _ now: Instant, _ faults: inout [Fault]
    ) -> Instant? {
        if DayReading.day(typed.day) == nil { faults.append(.day) }
        if DayReading.hour(typed.hour) == nil { faults.append(.hour) }
        guard let instant = DayReading.instant(day: typed.day, hour: typed.hour) else { return nil }
        if instant > now { faults.append(.future) }
        return instant
    }

    private static func district(
        _ typed: StreetSheetForm, _ content: CatalogContent, _ faults: inout [Fault]
    ) -> Identifier<District>? {
        guard !typed.district.isEmpty else { return nil }
        let district = content.districts[.init(typed.district)]?.id
        if district == nil { faults.append(.district) }
        return district
    }

    /// Reads codes in either letter case, with or without anything between them.
    private static func codes(
        _ typed: String, _ boxes: StreetSheetBoxes, _ faults: inout [Fault]
    ) -> Set<String> {
        var found: Set<String> = []
        let words = typed.uppercased().split { !$0.isLetter && !$0.isNumber }
        for word in words {
            guard word.utf8.count % BoxCode.length == 0 else {
                faults.append(.length(String(word)))
                continue
            }
            var rest = Array(word.utf8)[...]
            while !rest.isEmpty {
                let code = Array(rest.prefix(BoxCode.length))
                rest = rest.dropFirst(BoxCode.length)
                let text = String(decoding: code, as: UTF8.self)
                if !code.allSatisfy(CheckedCharacters.alphabet.contains) {
                    faults.append(.character(text))
                } else if !CheckedCharacters.areWhole(code) {
                    faults.append(.check(text))
                } else if boxes.meanings[text] == nil {
                    faults.append(.unknownCode(text))
                } else {
                    found.insert(text)
                }
            }
        }
        return found
    }
}

extension StreetForm {
    /// Takes in what a marked box says.
    fileprivate mutating func mark(_ meaning: BoxMeaning) {
        switch meaning {
        case .fact(let fact, let value): answers[.init(fact)] = value
        case .sign(let sign): signs.append(.init(sign))
        case .people(let count): people = PeopleCount(rawValue: count) ?? .unknown
        }
    }
}
