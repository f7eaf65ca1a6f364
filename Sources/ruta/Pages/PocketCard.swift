import Catalog
import ReferralDomain

/// The pocket card of one district: both calls, who else, what to say, signs, do and don't.
///
/// It is read at any hour, so the numbers on it are those of the night: first the one that surely answers.
struct PocketCard {
    let text: String

    init(catalog: ProtocolCatalog, district: District) {
        let content = catalog.content
        var page = Page()
        page.title(Words[.cardTitle, ["name": district.name]])
        let prosecutor = content.fiscalDistricts[district.fiscalDistrict]?.prosecutor ?? "duty-prosecutor"
        let calls: [(label: CommandText, bodies: [Identifier<Institution>])] = [
            (.cardPolice, ["pnp-station"]), (.cardProsecutor, [prosecutor]),
            (.cardChild, ["line-1810", "upe"]),
            (.cardMedical, ["samu-106"]), (.cardHotline, ["hotline-1818"]), (.cardViolence, ["line-100"]),
            (.cardMissing, ["line-114"]),
        ]
        for (label, bodies) in calls {
            let phones = catalog.contacts(of: bodies, serving: district, isOfficeTime: false)
                .filter(\.kind.isPhone).prefix(3)
            let numbers = phones.map { $0.spokenNumber(Words[.extensionWord]) }.joined(
                separator: Words[.cardOr])
            page.paragraph(numbers, mark: Words[label] + ": ")
        }
        page.paragraph(Words[.cardImplicated])
        page.heading(Words[.cardSay])
        page.paragraph(Words[.cardSayText])
        page.heading(Words[.cardSigns])
        for sign in content.indicators where sign.isOnStreet {
            page.paragraph(sign.short ?? sign.text, mark: "□ ")
        }
        page.heading(Words[.cardDo])
        for line in content.conduct where line.isOnStreet { page.paragraph(line.do, mark: "✓ ") }
        page.heading(Words[.cardDont])
        for line in content.conduct where line.isOnStreet { page.paragraph(line.dont, mark: "✗ ") }
        page.blank()
        page.paragraph(Words[.cardFoot, ["version": catalog.edition.version]])
        text = page.text
    }
}
