import Access
import CaseRegister
import Catalog
import HTML
import JSON
import ReferralDomain
import RouteEngine
import Sealing
import Testing

@testable import Web

/// The bundle says on the phone what the pages of the server say.
struct BundleTests {
    private func bundle(
        of catalog: ProtocolCatalog, made: Instant = Town.night
    ) throws -> (bundle: AppBundle, header: JSON, content: JSON) {
        let bundle = try AppBundle(
            of: catalog, sealedTo: IntakeKeyPair(privateRaw: AppHouse.intake).publicKey, since: Town.morning,
            made: made, signer: BundleSigner(privateRaw: AppHouse.bundle))
        let lines = bundle.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        try #require(lines.count == 3 && lines[2].isEmpty)
        return (bundle, try JSON(parsing: Array(lines[0])), try JSON(parsing: Array(lines[1])))
    }

    @Test func `the bundle weighs less than 200 KB and is signed over its content`() throws {
        let (bundle, header, _) = try bundle(of: Town.catalog())
        #expect(bundle.bytes.count < AppBundle.mostBytes)
        let hash = HashText.sha256(of: bundle.content)
        #expect(header["hash"]?.string == hash)
        let key = try BundleSigner(privateRaw: AppHouse.bundle).publicKey
        #expect(header["key"]?.string == key.id)
        let version = try #require(header["version"]?.string)
        let signed = "ruta-bundle-1\n\(version)\n\(Town.night.millisecondsSinceEpoch)\n\(hash)"
        let signature = try #require(header["signature"]?.string)
        #expect(key.isSignature(signature, of: signed))
        #expect(!key.isSignature(signature, of: signed + " "))
    }

    @Test func `everything that the engine numbers stands in the order of the rules`() throws {
        let catalog = try Town.catalog()
        let (_, _, content) = try bundle(of: catalog)
        func ids(_ name: String) -> [String] { content[name]?.array?.compactMap { $0["id"]?.string } ?? [] }
        #expect(ids("facts") == catalog.content.facts.map(\.id.text))
        #expect(ids("steps") == catalog.content.steps.map(\.id.text))
        #expect(ids("institutions") == catalog.content.institutions.map(\.id.text))
        #expect(ids("levels") == catalog.content.levels.map(\.id.text))
        let rules = try #require(content["rulebook"]?.string.flatMap(Base64URL.bytes(of:)))
        #expect(rules == catalog.rulebook.compiled)
        for (fact, told) in zip(catalog.content.facts, content["facts"]?.array ?? []) {
            #expect(told["values"]?.array?.compactMap { $0["id"]?.string } == fact.values.map(\.id))
        }
    }

    @Test func `in every district, day and night, every institution is called in the order of the pages`()
        throws
    {
        let catalog = try Town.catalog()
        let (_, _, content) = try bundle(of: catalog)
        let contacts = catalog.content.contacts.map(\.id)
        let base = try #require(content["reach"]?["base"])
        let districts = try #require(content["reach"]?["districts"])
        let places: [District?] = [nil] + catalog.content.districts.map { $0 }
        #expect(places.count == 51)
        var compared = 0
        for place in places {
            let own = place.flatMap { districts[$0.id.text] }
            for institution in catalog.content.institutions {
                let lists = own?[institution.id.text] ?? base[institution.id.text]
                for (number, isOfficeTime) in [true, false].enumerated() {
                    let told = lists?[number]?.array?.compactMap { $0.integer.map { contacts[Int($0)] } }
                    let shown = catalog.contacts(
                        of: [institution.id], serving: place, isOfficeTime: isOfficeTime
                    ).map(\.id)
                    #expect(told == shown, "\(institution.id.text) in \(place?.name ?? "-")")
                    compared += 1
                }
            }
        }
        #expect(compared == 51 * 2 * catalog.content.institutions.count)
    }

    @Test func `what a link dials is what the pages dial`() throws {
        let catalog = try Town.catalog()
        let (_, _, content) = try bundle(of: catalog)
        for (contact, told) in zip(catalog.content.contacts, content["contacts"]?.array ?? []) {
            #expect(told["tel"]?.string.map { "tel:" + $0 } == contact.dialAddress?.text)
            #expect(told["label"]?.string == contact.label)
        }
    }

    @Test func `no shelter has an address or a number in it`() throws {
        let catalog = try Town.catalog()
        let (_, _, content) = try bundle(of: catalog)
        let base = try #require(content["reach"]?["base"])
        for shelter in catalog.content.institutions where shelter.kind == .shelter {
            for list in base[shelter.id.text]?.array ?? [] {
                for number in list.array ?? [] {
                    let contact = content["contacts"]?[Int(number.integer ?? -1)]
                    #expect(contact?["kind"]?.string == "broker")
                    #expect(contact?["tel"] == nil)
                }
            }
        }
    }

    @Test func `in English a phone gets the same rules and numbers in other words`() throws {
        let catalog = try Town.catalog()
        let spanish = try bundle(of: catalog).content
        let (bundle, _, english) = try bundle(of: catalog.speaking(.english))
        #expect(bundle.bytes.count < AppBundle.mostBytes)
        #expect(spanish["language"]?.string == "es-PE" && english["language"]?.string == "en")
        for same in ["hash", "version", "rulebook", "reach", "holidays", "fiscals", "intake"] {
            #expect(spanish[same] == english[same], "\(same)")
        }
        let said = [("facts", "question"), ("signs", "label"), ("steps", "title"), ("levels", "label")]
        for (list, words) in said {
            let (here, there) = (spanish[list]?.array ?? [], english[list]?.array ?? [])
            #expect(here.map { $0["id"]?.string } == there.map { $0["id"]?.string })
            #expect(!here.isEmpty && zip(here, there).allSatisfy { $0[words] != $1[words] }, "\(list)")
        }
        let keys = { (content: JSON) in Set(content["texts"]?.object?.map(\.key) ?? []) }
        #expect(keys(spanish) == keys(english) && keys(english).count > 200)
    }

    /// What the modules say: keys that they name whole, and keys that they put together around a word.
    private struct Said {
        let source = AppModules.all.values.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")

        var whole: Set<String> {
            Set(source.matches(of: /'((?:app|common|street)\.[a-z.-]+)'/).map { String($0.output.1) })
        }
        var around: [(start: String, end: String)] {
            source.matches(of: /`((?:app|common|street)\.[a-z.-]*)\$\{[^`}]*\}([a-z-]*)`/)
                .map { (String($0.output.1), String($0.output.2)) }
        }
        /// Starts of so many keys that the word put in must stand in a module too.
        static let broad = ["app.", "street.sent."]

        func isSaid(_ key: String, around: [(start: String, end: String)]) -> Bool {
            around.contains { start, end in
                guard key.hasPrefix(start), key.hasSuffix(end), key.count > start.count + end.count else {
                    return false
                }
                let word = key.dropFirst(start.count).dropLast(end.count)
                return !Self.broad.contains(start) || source.contains("'\(word)'")
            }
        }
    }

    @Test func `every word in it is said by a module, and every word that a module says is in it`() throws {
        let (_, _, content) = try bundle(of: Town.catalog())
        let carried = Set(content["texts"]?.object?.map(\.key) ?? [])
        let said = Said()
        let (whole, around) = (said.whole, said.around)
        #expect(whole.count > 100 && around.count > 10)
        #expect(whole.subtracting(carried).isEmpty)
        for start in around.map(\.start) { #expect(carried.contains { $0.hasPrefix(start) }, "\(start)") }
        let unsaid = carried.subtracting(whole).filter { !said.isSaid($0, around: around) }
        #expect(unsaid.isEmpty, "only the pages say these: BundleContent.ofPagesAlone")
        for planted in ["app.planted", "street.sent.owner", "street.offline.title"] {
            #expect(!whole.contains(planted) && !said.isSaid(planted, around: around), "\(planted)")
        }
    }

    @Test func `the same catalogue keeps its bundle, and a changed number makes a later one`() async throws {
        let town = try AppTown()
        let site = town.web.site
        let app = try #require(site.app)
        let first = try #require(try app.bundle(in: .spanish))
        #expect(try #require(try app.bundle(in: .spanish)).bytes == first.bytes)
        site.inForce.follow(DirectoryNotes(calls: [], changes: []))
        #expect(try #require(try app.bundle(in: .spanish)).bytes == first.bytes)
        let contact = try #require(site.catalog.content.contacts.first { $0.kind == .mobile })
        let change = NumberChange(
            try RecordID(reading: String(repeating: "a", count: 32)), of: contact.id.text, version: 1,
            to: .init("987654321", extension: nil), because: .officialNotice,
            made: Stamp(actor: StaffMember.administrator.acting.account, instant: Town.night))
        site.inForce.follow(DirectoryNotes(calls: [], changes: [change]))
        let second = try #require(try app.bundle(in: .spanish))
        let header = try #require(second.bytes.split(separator: UInt8(ascii: "\n")).first)
        #expect(try JSON(parsing: Array(header))["made"]?.integer == Town.night.millisecondsSinceEpoch)
        #expect(String(decoding: second.bytes, as: UTF8.self).contains("987654321"))
        #expect(!String(decoding: first.bytes, as: UTF8.self).contains("987654321"))
        #expect(second.tag != first.tag)
        let english = try #require(try app.bundle(in: .english))
        let head = try #require(english.bytes.split(separator: UInt8(ascii: "\n")).first)
        #expect(
            try JSON(parsing: Array(head))["made"]?.integer == Town.night.millisecondsSinceEpoch,
            "one time for all languages")
        #expect(String(decoding: english.bytes, as: UTF8.self).contains("987654321"))
    }
}
