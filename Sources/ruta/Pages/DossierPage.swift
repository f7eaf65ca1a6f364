import Catalog
import JSON

/// The non-response file as a page for people: what it says in ids, in words.
struct DossierPage {
    private let body: JSON
    private let sha256: String
    private let content: CatalogContent

    init(_ body: JSON, sha256: String, _ content: CatalogContent) {
        self.body = body
        self.sha256 = sha256
        self.content = content
    }

    var text: String {
        var page = Page()
        page.title(Words[.dossierTitle, ["case": body["case"]?.string ?? ""]])
        page.paragraph(Words[.dossierMade, ["time": time(body, "madeAt")]])
        page.heading(Words[.dossierSilent])
        let owed = body["owed"]?.array ?? []
        if owed.isEmpty { page.paragraph(Words[.dossierNobody]) }
        for duty in owed { add(duty, to: &page) }
        page.heading(Words[.dossierTold])
        for referral in body["referrals"]?.array ?? [] { add(told: referral, to: &page) }
        page.heading(Words[.dossierSeal])
        page.paragraph(Words[.dossierChain, ["hash": body["chainEnd"]?.string ?? ""]])
        page.paragraph(Words[.dossierHash, ["hash": sha256]])
        page.paragraph(Words[.dossierFoot])
        return page.text
    }

    private func add(_ duty: JSON, to page: inout Page) {
        let kind = label(duty, "kind", "obligation-kinds")
        let rule = duty["rule"]?.string ?? Words[.dossierNoRule]
        let owed = Words[.dossierDuty, ["institution": institution(duty), "duty": kind, "rule": rule]]
        page.paragraph(owed, mark: "■ ")
        if let late = duty["lateMinutes"]?.integer {
            page.paragraph(Words[.dossierLate, ["minutes": String(late)]], indent: 2)
        }
        for rung in duty["rungs"]?.array ?? [] {
            let id = content.codes["rungs"]?.codes.dropFirst(Int(rung["rung"]?.integer ?? 1) - 1).first?.label
            page.paragraph(
                Words[.dossierRung, ["time": time(rung, "registered"), "rung": id ?? ""]], indent: 2)
        }
    }

    private func add(told referral: JSON, to page: inout Page) {
        let step = content.steps[Identifier(referral["step"]?.string ?? "")]?.title ?? ""
        let state = label(referral, "state", "referral-states")
        page.paragraph(
            Words[.dossierReferral, ["institution": institution(referral), "step": step, "state": state]],
            mark: "→ ")
        for hop in referral["hops"]?.array ?? [] {
            guard let channel = hop["channel"] else { continue }
            let way = channel.string.flatMap { content.label(of: $0, in: "channels") } ?? ""
            let proof = hop["proof"]?.string.flatMap { content.label(of: $0, in: "proof-kinds") }
            let line = proof.map { "\(way). \($0)" } ?? way
            page.paragraph(Words[.dossierHop, ["time": time(hop, "registered"), "way": line]], indent: 2)
        }
        if let silent = referral["silentMinutes"]?.integer {
            page.paragraph(Words[.dossierSilence, ["minutes": String(silent)]], indent: 2)
        }
    }

    private func institution(_ item: JSON) -> String {
        let id = item["institution"]?.string ?? ""
        return content.institutions[Identifier(id)]?.name ?? id
    }

    private func label(_ item: JSON, _ key: String, _ list: String) -> String {
        let code = item[key]?.string ?? ""
        return content.label(of: code, in: list) ?? code
    }

    /// `2026-11-23 22:15` of a moment as ISO 8601 writes it.
    private func time(_ item: JSON, _ key: String) -> String {
        let text = item[key]?.string ?? ""
        return String(text.prefix(16)).replacing("T", with: " ")
    }
}
