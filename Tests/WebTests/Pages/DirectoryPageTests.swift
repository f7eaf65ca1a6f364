import Catalog
import HTML
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

struct DirectoryPageTests {
    @Test func `every contact is there, with its state and its source`() async throws {
        let content = try Town.catalog().content
        try await Town().open { client in
            let page = try await client.get("/directorio")
            for contact in content.contacts {
                #expect(page.text.contains(contact.label), "\(contact.id)")
                if let address = contact.dialAddress {
                    #expect(page.calls.contains(address.text), "\(contact.id)")
                }
            }
            #expect(page.text.contains("Por verificar"))
        }
    }

    @Test func `a district leaves out what does not serve it`() async throws {
        try await Town().open { client in
            let page = try await client.get("/directorio?distrito=150135")
            #expect(page.status == .ok)
            #expect(page.text.contains("Distrito fiscal: Lima Norte"))
            #expect(page.calls.contains("tel:+5116255555,,2424"))
            #expect(!page.calls.contains("tel:+51939482768"))
        }
    }

    @Test func `a shelter is reached through others and has no place and no number`() throws {
        let content = try Town.catalog().content
        let model = DirectoryModel(content, asked: nil)
        let shelters = model.groups.flatMap(\.bodies).filter(\.isShelter)
        #expect(shelters.count == content.institutions.filter { $0.kind == .shelter }.count)
        for shelter in shelters {
            for entry in shelter.entries {
                #expect(entry.address == nil)
                let isBrokered = if case .broker = entry.way { true } else { false }
                #expect(isBrokered)
            }
            #expect(!shelter.reachedThrough.isEmpty)
        }
    }

    @Test func `a body that is reached through a short line brings that line`() throws {
        let model = DirectoryModel(try Town.catalog().content, asked: nil)
        let body = try #require(model.groups.flatMap(\.bodies).first { $0.id == "mininter-misconduct" })
        let lines = body.entries.compactMap { entry in
            if case .broker(_, let card) = entry.way { card?.address.text } else { nil }
        }
        #expect(lines == ["tel:1818"])
    }

    @Test func `numbers are dialled as the network wants them`() throws {
        let content = try Town.catalog().content
        for contact in content.contacts where contact.kind.isPhone {
            let address = try #require(contact.dialAddress, "\(contact.id)").text
            switch contact.kind {
            case .short, .tollFree: #expect(address == "tel:" + contact.value)
            case .mobile: #expect(address == "tel:+51" + contact.value)
            case .fixed:
                #expect(address.hasPrefix("tel:+511") && address.contains(",,") == (contact.extension != nil))
            case .web, .broker: Issue.record("not a phone")
            }
        }
    }
}
