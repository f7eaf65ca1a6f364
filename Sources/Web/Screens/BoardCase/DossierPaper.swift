import CaseRegister
import Catalog
import HTML
import JSON
import ReferralDomain

/// The non-response file on paper: what the sealed file says, with its seal, so that one can be held against the other.
struct DossierPaper {
    let id: CaseID
    /// The file as it is handed over: `dossier`, `sha256`, `signature`.
    let file: JSON
    let account: String
    let formToken: String
    let now: Instant
    let names: CatalogNames

    private var words: Words<DossierText> { Words(names.texts) }
    private var common: Words<PaperText> { Words(names.texts) }
    private var body: JSON { file["dossier"] ?? .object([]) }
    private var code: String { body["case"]?.string ?? "" }

    var paper: Paper {
        var paper = Paper(
            title: words[.title, ["code": code]], file: "expediente-\(code)",
            sheet: "\(top)\(told)\(owed)\(seal)", back: .boardCase(id))
        paper.tools =
            ActForm(
                action: .boardCase(id), token: formToken, act: BoardCaseRoutes.dossierPaper,
                hidden: [(name: Paper.formatField, value: Paper.pdf)],
                button: .init(label: common[.pdf], style: .quiet)
            ).html
        paper.foot = [
            common[.printedBy, ["who": account, "day": now.dayText, "hour": now.hourText]]
        ]
        return paper
    }

    private var top: HTML {
        """
        <div class="top"><div><h1>\(words[.title, ["code": code]])</h1><p>\(words[.lead])</p></div>\
        <div class="aside"><p class="reserved">\(common[.reserved])</p><p class="bigcode">\(code)</p></div></div>\
        \(PaperFacts([(words[.opened], "\(time(body["opened"]))"), (words[.made], "\(time(body["madeAt"]))")]).html)
        """
    }

    private var told: HTML {
        let rows: [HTML] = (body["referrals"]?.array ?? []).map { referral in
            let hops: [HTML] = (referral["hops"]?.array ?? []).map(hop)
            let silent = referral["silentMinutes"]?.integer.map { minutes($0) } ?? words[.none]
            return """
                <tr><th scope="row">\(names.institution(referral["institution"]?.string ?? ""))</th>\
                <td>\(names.step(referral["step"]?.string ?? ""))</td>\
                <td>\(names.code(referral["state"]?.string ?? "", in: "referral-states"))</td><td class="n">\(silent)</td>\
                <td><ul>\(hops)</ul></td></tr>
                """
        }
        return """
            <div class="scroll"><table><caption>\(words[.told])</caption><thead><tr><th scope="col">\(words[.body])</th>\
            <th scope="col">\(words[.step])</th><th scope="col">\(words[.state])</th>\
            <th scope="col" class="n">\(words[.silent])</th><th scope="col">\(words[.hops])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div>
            """
    }

    /// One time that it was told or answered, with its place in the chain of the case.
    private func hop(_ hop: JSON) -> HTML {
        let state = hop["event"]?.string.map(Self.state) ?? ""
        let channel = hop["channel"]?.string.map { " (\(names.code($0, in: "channels")))" } ?? ""
        let entry = hop["entry"]?["version"]?.integer.map { words[.entry, ["version": String($0)]] } ?? ""
        return """
            <li>\(time(hop["registered"])) \(names.code(state, in: "referral-states"))\(channel) \
            <span class="small">\(entry)</span></li>
            """
    }

    /// The event of a referral by the state that it leads to, whose words the catalogue has.
    private static func state(_ event: String) -> String {
        ReferralState.allCases.map(\.rawValue).first { event.hasSuffix($0) } ?? event
    }

    private var owed: HTML {
        let lines = body["owed"]?.array ?? []
        guard !lines.isEmpty else { return "<p>\(words[.noOwed])</p>" }
        let rows: [HTML] = lines.map { line in
            let rungs: [HTML] = (line["rungs"]?.array ?? []).map { rung in
                let name =
                    rung["rung"]?.integer.flatMap { Rung(rawValue: Int($0)) }
                    .map { names.rung($0) } ?? ""
                return "<li>\(time(rung["registered"])) \(name)</li>"
            }
            return """
                <tr><th scope="row">\(names.institution(line["institution"]?.string ?? ""))</th>\
                <td>\(names.code(line["kind"]?.string ?? "", in: "obligation-kinds"))</td><td>\(due(line))</td>\
                <td class="n">\(line["lateMinutes"]?.integer.map { minutes($0) } ?? "")</td><td><ul>\(rungs)</ul></td></tr>
                """
        }
        return """
            <div class="scroll"><table><caption>\(words[.owed])</caption><thead><tr><th scope="col">\(words[.body])</th>\
            <th scope="col">\(words[.kind])</th><th scope="col">\(words[.due])</th>\
            <th scope="col" class="n">\(words[.late])</th><th scope="col">\(words[.rungs])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div>
            """
    }

    /// A term of the law and a time of ours are never told as the same.
    private func due(_ line: JSON) -> HTML {
        if let legal = line["legalDue"] { return "\(words[.legal]): \(time(legal))" }
        if let target = line["targetDue"] { return "\(words[.target]): \(time(target))" }
        return "\(words[.none])"
    }

    private var seal: HTML {
        let sha = file["sha256"]?.string ?? ""
        let signature: HTML? = file["signature"]?.string.map {
            "<p class=\"small\">\(words[.signature])</p><p class=\"mono\">\($0)</p>"
        }
        return """
            <section class="whole" aria-labelledby="seal"><h2 id="seal">\(words[.seal])</h2><div class="top"><div>\
            <p>\(words[.sealHint])</p><p class="mono">\(sha)</p><p class="small">\(words[.chain])</p>\
            <p class="mono">\(body["chainEnd"]?.string ?? "")</p>\(signature)</div>\
            <div>\(QRCode(sha)?.html(label: common[.qr], isBig: true))</div></div></section>
            """
    }

    private func minutes(_ count: Int64) -> String {
        count < 60
            ? words[.minutes, ["count": String(count)]] : ClockText.length(count * 60_000, names.texts)
    }

    /// Day and hour of a time of the file, such as `23/11/2026 22:14`: it stands there in the time of Lima.
    private func time(_ value: JSON?) -> String {
        guard let text = value?.string, text.utf8.count >= 16 else { return "" }
        let parts = text.prefix(16).split(separator: "T")
        let day = parts[0].split(separator: "-").reversed().joined(separator: "/")
        return parts.count == 2 ? "\(day) \(parts[1])" : day
    }
}
