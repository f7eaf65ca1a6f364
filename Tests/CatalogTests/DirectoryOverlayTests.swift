import Catalog
import ReferralDomain
import Testing

/// What was learned about contacts lies over the files and takes nothing away.
struct DirectoryOverlayTests {
    @Test func `nothing learned leaves every contact as it was published`() throws {
        let catalog = try RealCatalog.catalog()
        let same = catalog.applying(DirectoryOverlay())
        #expect(same.content.contacts.map(\.value) == catalog.content.contacts.map(\.value))
        #expect(same.content.contacts.map(\.isVerified) == catalog.content.contacts.map(\.isVerified))
        #expect(same.hash == catalog.hash)
    }

    @Test func `each contact alone may fail, and its body is never left without one`() throws {
        let catalog = try RealCatalog.catalog()
        for contact in catalog.content.contacts {
            let learned = catalog.applying(DirectoryOverlay([contact.id: .init(trust: .failing)]))
            for isOfficeTime in [true, false] {
                let before = catalog.contacts(
                    of: [contact.institution], serving: nil, isOfficeTime: isOfficeTime)
                let after = learned.contacts(
                    of: [contact.institution], serving: nil, isOfficeTime: isOfficeTime)
                #expect(Set(before.map(\.id)) == Set(after.map(\.id)), "\(contact.id)")
                guard after.contains(where: { $0.id == contact.id }) else { continue }
                #expect(after.last?.id == contact.id, "\(contact.id)")
                #expect(
                    after.map(\.id).filter { $0 != contact.id }
                        == before.map(\.id).filter { $0 != contact.id }, "\(contact.id)")
            }
        }
    }

    @Test func `a changed number is unverified until a call is answered`() throws {
        let catalog = try RealCatalog.catalog()
        let number = DirectoryOverlay.Number(value: "999")
        func contact(_ trust: DirectoryOverlay.Trust) -> Contact? {
            catalog.applying(DirectoryOverlay(["police-105": .init(number: number, trust: trust)]))
                .content.contacts["police-105"]
        }
        #expect(contact(.asPublished)?.value == "999")
        #expect(contact(.asPublished)?.isVerified == false)
        let day = try #require(PlainDate(year: 2026, month: 11, day: 23))
        #expect(contact(.confirmed(day))?.isVerified == true)
        #expect(contact(.confirmed(day))?.checkedOn == day)
        #expect(contact(.doubted)?.isVerified == false)
    }

    @Test func `what is no phone keeps its value, and an unknown contact is nothing`() throws {
        let catalog = try RealCatalog.catalog()
        let number = DirectoryOverlay.Note(number: .init(value: "999"))
        let others = catalog.content.contacts.filter { !$0.kind.isPhone }
        let notes = Dictionary(uniqueKeysWithValues: others.map { ($0.id, number) })
        let learned = catalog.applying(
            DirectoryOverlay(notes.merging(["no-such-contact": number]) { $1 }))
        #expect(learned.content.contacts.map(\.value) == catalog.content.contacts.map(\.value))
    }
}
