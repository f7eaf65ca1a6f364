import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The draft of the notice of a data incident: to the authority within 48 hours, and to the person in plain words.
///
/// DS 016-2024-JUS, arts. 34 to 36. The log fills in what it knows; what nobody knows yet is a line to write on.
struct IncidentPaper {
    let form: IncidentForm
    let trace: IncidentTrace
    let account: String
    let now: Instant
    let names: CatalogNames

    private var words: Words<IncidentText> { Words(names.texts) }
    private var common: Words<PaperText> { Words(names.texts) }

    /// How long there is to tell the authority, in milliseconds (DS 016-2024-JUS, art. 34).
    static let term: Int64 = 48 * 3_600_000

    var paper: Paper {
        var paper = Paper(
            title: words[.noticeTitle], file: "incidente-\(LimaTime(now).date.machineText)",
            sheet: "\(top)\(clock)\(facts)\(log)\(consequences)\(sign)\(person)", back: .plain(.incidents))
        paper.foot = [
            common[.printedBy, ["who": account, "day": now.dayText, "hour": now.hourText]]
        ]
        return paper
    }

    private var top: HTML {
        let body: HTML = form[.body].isEmpty ? blank : "<b>\(form[.body])</b>"
        return """
            <div class="top"><div><p>\(body)</p><h1>\(words[.noticeTitle])</h1><p>\(words[.addressee])</p></div>\
            <div class="aside"><p class="reserved">\(words[.draft])</p></div></div><p class="small">\(words[.basis])</p>
            """
    }

    private var clock: HTML? {
        guard let known = form.known else { return nil }
        let due = known.adding(milliseconds: Self.term)
        let left = due.millisecondsSinceEpoch - now.millisecondsSinceEpoch
        let length = ClockText.length(abs(left), names.texts)
        let said = words[left >= 0 ? .left : .over, ["length": length]]
        return """
            <p class="note"><b>\(words[.due, ["day": due.dayText, "hour": due.hourText]])</b> \(said)</p>
            """
    }

    private var facts: HTML {
        let window = form.window.map { window in
            let (from, until) = (window.lowerBound, window.upperBound)
            return words[
                .when,
                [
                    "from": "\(from.dayText) \(from.hourText)", "until": "\(until.dayText) \(until.hourText)",
                ]]
        }
        let data = (names.catalog.content.codes[.init(IncidentForm.dataKinds)]?.codes ?? []).filter {
            form.data.contains($0.id)
        }
        return """
            <section aria-labelledby="i1"><h2 id="i1">\(words[.what])</h2>\(PaperFacts([
                (words[.kind], "\(names.code(form.kind, in: IncidentForm.kinds))"),
                (words[.known], "\(form.known.map { "\($0.dayText) \($0.hourText)" } ?? "")"),
                (words[.window], "\(window ?? "")"),
                (words[.data], line(data.map(\.label).joined(separator: "; "))),
                (words[.people], line(form[.people])), (words[.officer], line(form[.officer])),
            ]).html)</section>
            """
    }

    private var log: HTML {
        let rows: [HTML] = trace.lines.map { line in
            let act = LogActText(rawValue: "log.act-\(line.action)").map {
                Words<LogActText>(names.texts)[$0]
            }
            return """
                <tr><th scope="row">\(act ?? line.action)</th><td class="n">\(line.count)</td>\
                <td class="n">\(line.objects)</td></tr>
                """
        }
        let table: HTML =
            rows.isEmpty
            ? "<p>\(words[.logNone])</p>"
            : """
            <table><thead><tr><th scope="col">\(words[.logAct])</th><th scope="col" class="n">\(words[.logCount])</th>\
            <th scope="col" class="n">\(words[.logCases])</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        let cut: HTML? = trace.isCut ? "<p><b>\(words[.logMany])</b></p>" : nil
        return """
            <section aria-labelledby="i2"><h2 id="i2">\(words[.log])</h2><p class="small">\(words[.logHint])</p>\
            \(table)\(cut)</section>
            """
    }

    private var consequences: HTML {
        """
        <section aria-labelledby="i3"><h2 id="i3">\(words[.consequences])</h2><p>\(line(form[.consequences]))</p></section>\
        <section aria-labelledby="i4"><h2 id="i4">\(words[.measures])</h2><p>\(line(form[.measures]))</p></section>
        """
    }

    private var sign: HTML {
        "<p class=\"small\">\(words[.also])</p><div class=\"signs\"><p>\(words[.sign])</p></div>"
    }

    /// In plain words, for a safe contact only.
    private var person: HTML {
        """
        <section class="note" aria-labelledby="i5"><h2 id="i5">\(words[.personTitle])</h2>\
        <p class="small">\(words[.personHow])</p><p>\(words[.personWhat])</p><p>\(words[.personData])</p>\
        <p>\(words[.personDone]) \(line(form[.measures]))</p><p>\(words[.personAsk]) \(line(form[.officer]))</p></section>
        """
    }

    private var blank: HTML { "<span class=\"blank\"></span>" }

    private func line(_ text: String) -> HTML { text.isEmpty ? blank : "\(text)" }
}
