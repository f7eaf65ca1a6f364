import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// A sheet that is typed in is kept once, after somebody has looked at it; what was typed is never lost.
struct StreetSheetPageTests {
    private static let number = CaseReference(random: (0..<14).map { UInt8($0 * 11) })
    private static var codes: String {
        BoxCode(of: .fact("danger", value: "yes")).text + " " + BoxCode(of: .fact("age", value: "minor")).text
    }
    private static var typed: [String: String] {
        [
            "hoja": number.text, "dia": "23/11/2026", "hora": "21:40", "distrito": Town.sanMartin,
            "codigos": codes,
        ]
    }

    @Test func `nothing is kept before it was looked at, and then once`() async throws {
        let town = try StaffTown()
        let id = try StreetSheetReading.report(of: Self.number)
        try await town.open { client in
            let read = try await client.post("/cola/hoja", Self.typed, as: .operator)
            #expect(read.status == .ok)
            #expect(read.text.contains("Se entiende así"))
            #expect(try await town.reports.history(of: id).isEmpty)
            var checked = Self.typed
            checked["revisado"] = "si"
            for _ in 0..<2 {
                let kept = try await client.post("/cola/hoja", checked, as: .operator)
                #expect(kept.status == .ok)
                #expect(kept.text.contains("Aviso guardado"))
            }
            let history = try await town.reports.history(of: id)
            #expect(history.count == 1)
            let state = CaseState(after: history)
            #expect(state.fact("danger") == "yes" && state.fact("age") == "minor")
            #expect(state.fact("injury") == nil)
            #expect(
                state.standing?.claimedAt
                    == LimaTime(date: LimaTime(Town.night).date, hour: 21, minute: 40).instant)
            #expect(history[0].stamp.actor == StaffMember.operator.acting.account)
        }
    }

    @Test func `what cannot be read is said, and everything typed is still there`() async throws {
        let town = try StaffTown()
        try await town.open { client in
            var wrong = Self.typed
            wrong["codigos"] = Self.codes + " ABCD"
            wrong["hora"] = "9 y media"
            wrong["revisado"] = "si"
            let page = try await client.post("/cola/hoja", wrong, as: .operator)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("«ABCD»") && page.text.contains("La hora no se entiende"))
            #expect(page.html.contains(Self.codes + " ABCD"))
            #expect(
                page.html.contains("value=\"\(Self.number.text)\"") && page.html.contains("value=\"9 y m\""))
        }
        #expect(try await town.reports.history(of: StreetSheetReading.report(of: Self.number)).isEmpty)
    }

    @Test func `a sheet of ten boxes takes less than a minute of keys`() throws {
        // Card, Moran and Newell: 0.28 s a key of an ordinary typist, 1.35 s to think before each field and button.
        let boxes = 10
        let keys = CaseReference.length + "22:15".count + boxes * (BoxCode.length + 1) + "23/11/2026".count
        let thoughts = 5 + 2
        #expect(Double(keys) * 0.28 + Double(thoughts) * 1.35 < 60)
    }
}
