import Access
import CaseRegister
import Catalog
import ReferralDomain

/// What every page of one drill carries along: the scene, under which code, and what was done so far.
struct DrillPass: Equatable, Sendable {
    let scene: Identifier<Scene>
    let title: String
    /// What is seen, to be read again at any time.
    let seen: [String]
    let shift: ShiftCode
    let id: RecordID<DrillResult>
    let begun: Instant?
    var trail: DrillTrail
    /// The number that was pressed last, as it is said; nil where the page was reached otherwise.
    var pressed: String?

    /// The hidden fields that bring it back.
    var fields: [(name: String, value: String)] {
        [
            (PracticeField.stage, PracticeStage.street.rawValue), (PracticeField.scene, scene.text),
            (PracticeField.shift, shift.text), (PracticeField.drill, id.text),
            (PracticeField.trail, trail.text),
        ] + (begun.map { [(PracticeField.begun, String($0.millisecondsSinceEpoch))] } ?? [])
    }
}

/// What was done in a drill, in its order: numbers that were pressed and pages that were reached.
struct DrillTrail: Equatable, Sendable {
    /// `tel:105`, or the name of a page.
    private(set) var marks: [String] = []

    init() {}

    /// Reads a trail; what no drill writes is left out.
    init(reading text: String, dialled: Set<String>) {
        let known = dialled.union(StreetPage.allCases.map(\.rawValue))
        marks = text.split(separator: " ").map(String.init).filter(known.contains).suffix(Self.most)
    }

    var text: String { marks.joined(separator: " ") }

    /// The numbers in the order in which each was first pressed.
    var calls: [String] {
        var seen: Set<String> = []
        return marks.filter { $0.hasPrefix("tel:") && seen.insert($0).inserted }
    }

    /// The numbers that were pressed before what was seen was marked.
    var callsBeforeDetails: [String] {
        Array(marks.prefix { $0 != StreetPage.seen.rawValue }.filter { $0.hasPrefix("tel:") })
    }

    mutating func call(_ address: String) { add(address) }

    mutating func reach(_ page: StreetPage) { if marks.last != page.rawValue { add(page.rawValue) } }

    private mutating func add(_ mark: String) { marks = (marks + [mark]).suffix(Self.most) }

    /// More is not kept: nobody calls so often in one drill.
    private static let most = 60
}
