import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// What the four street pages share: the form around the page and everything it carries along.
struct StreetFormView {
    let visit: StreetVisit
    let texts: Texts
    /// The names of the fields that this page asks itself; they are not carried as well.
    let asked: Set<String>

    /// The form with its hidden fields around the content of a page.
    func form(_ content: HTML) -> HTML {
        """
        <form method="post" action="\(address)" autocomplete="off">\
        \((visit.drill?.fields ?? []).map { hidden($0.name, $0.value) })\
        \(hidden(StreetField.from, visit.page.rawValue))\
        \(hidden(StreetField.shown, String(visit.at.millisecondsSinceEpoch)))\
        <input type="hidden" name="\(StreetField.report)" value="\(visit.form.report.text)"\
        \(Attribute("data-fresh", when: visit.isFresh))>\
        \(carried)\(visit.drill.map { DrillNote(pass: $0, texts: texts).html })\(content)</form>
        """
    }

    private var address: Address { (visit.drill == nil ? Page.street : .plain(.practice)).address }

    /// What was wrong with the answers, above everything else.
    var findings: HTML? {
        guard !visit.findings.isEmpty else { return nil }
        return """
            <div class="note late" role="alert"><h2>\(words[.findingsTitle])</h2>\
            <ul class="list">\(visit.findings.map(finding))</ul><p>\(words[.findingsSafe])</p></div>
            """
    }

    private var words: Words<StreetText> { Words(texts) }

    private var carried: [HTML] {
        var fields: [(name: String, value: String)] = []
        if let district = visit.form.district { fields.append((StreetField.district, district.text)) }
        if visit.form.people != .unknown { fields.append((StreetField.people, visit.form.people.rawValue)) }
        fields += visit.form.answers.map { (StreetField.fact($0.key), $0.value) }.sorted { $0.0 < $1.0 }
        fields += visit.form.signs.map { (StreetField.sign($0), StreetField.seen) }
        return fields.filter { !asked.contains($0.name) }.map { hidden($0.name, $0.value) }
    }

    private func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    private func finding(_ finding: StreetFinding) -> HTML {
        let text =
            switch finding {
            case .unreadable: words[.findingUnreadable]
            case .report: words[.findingReport]
            case .unknownDistrict: words[.findingDistrict]
            case .unknownPeople: words[.findingPeople]
            case .unknownFact, .unknownSign: words[.findingUnknown]
            case .unknownValue(let question, let allowed):
                words[.findingValue, ["question": question, "allowed": allowed.joined(separator: " · ")]]
            case .unknownPage: words[.findingPage]
            }
        return "<li>\(text)</li>"
    }
}
