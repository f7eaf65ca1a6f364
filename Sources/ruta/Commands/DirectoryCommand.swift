import ArgumentParser
import Catalog

/// `ruta directory`: every body and how to reach it, for all of Lima and Callao or for one district.
struct DirectoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory", abstract: Words[.directoryAbstract], discussion: Words[.directoryDiscussion]
    )

    @OptionGroup var catalog: CatalogOption

    @Option(help: ArgumentHelp(Words[.districtOption], valueName: "ubigeo"))
    var district: String?

    func run() throws {
        let catalog = try catalog.load()
        let chosen = try catalog.district(named: district)
        var page = Page()
        page.title(chosen.map { Words[.directoryTitleDistrict, ["name": $0.name]] } ?? Words[.directoryTitle])
        for institution in catalog.content.institutions {
            let contacts = catalog.content.contacts.filter { contact in
                contact.institution == institution.id && (chosen.map(contact.serves) ?? true)
            }
            if contacts.isEmpty { continue }
            page.heading(institution.name)
            for contact in contacts.sorted(by: { $0.order < $1.order }) {
                page.paragraph(ContactLine(contact, catalog.content).text, mark: "→ ")
                if let address = contact.address { page.paragraph(address, indent: 2) }
            }
        }
        page.blank()
        page.paragraph(Words[.directoryFoot, ["version": catalog.edition.version]])
        Terminal.say(page.text)
    }
}

extension ProtocolCatalog {
    /// The district of a UBIGEO code, nil where none was said.
    ///
    /// - Throws: `ExitCode` 64 after one line that names what is allowed.
    func district(named ubigeo: String?) throws -> District? {
        guard let ubigeo else { return nil }
        if let district = content.districts[Identifier(ubigeo)] { return district }
        Terminal.warn(Words.of(Situation.Misread.district(ubigeo), content))
        throw ExitCode(64)
    }
}
