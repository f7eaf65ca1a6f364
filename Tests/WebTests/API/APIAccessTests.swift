import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import JSON
import ReferralDomain
import Testing

@testable import Web

/// A key sees what an officer of its unit sees; without one, there is the directory.
struct APIAccessTests {
    private static let guarded = APIPath.allCases.filter { $0.scope != nil }

    private static func address(_ path: APIPath) -> String {
        path.rawValue.replacing(":id", with: LoopTown.referral.text)
    }

    @Test func `every address is there, with its methods and no other`() async throws {
        let town = try await APITown()
        let key = try await town.key(of: .protection)
        try await town.open { client in
            for path in APIPath.allCases where path.scope != nil || !path.rawValue.contains(":") {
                let answer = try await client.ask(Self.address(path), key: key)
                #expect(answer.status == .ok, "\(path)")
                #expect(answer.headers[.contentType]?.hasPrefix(path.answers[0].media) == true, "\(path)")
                let refused = try await client.ask(Self.address(path), key: key, method: .delete)
                #expect(refused.status == .methodNotAllowed, "\(path)")
                #expect(refused.headers[.allow] == path.methods.map(\.rawValue).joined(separator: ", "))
            }
        }
    }

    @Test(arguments: guarded)
    func `without a live key there is one answer, whatever was shown`(path: APIPath) async throws {
        let town = try await APITown()
        let key = try await town.key(of: .protection)
        try await town.open { client in
            var answers: Set<String> = []
            for shown in [nil, "", "ruta_x", key + "x", String(repeating: "a", count: 5_000)] {
                let answer = try await client.ask(Self.address(path), key: shown)
                #expect(answer.status == .unauthorized)
                answers.insert(answer.text)
            }
            town.clock.goOn(minutes: 91 * 1_440)
            let late = try await client.ask(Self.address(path), key: key)
            #expect(late.status == .unauthorized)
            answers.insert(late.text)
            #expect(answers.count == 1)
        }
    }

    @Test(arguments: guarded)
    func `a key for something else finds what is not there`(path: APIPath) async throws {
        let town = try await APITown()
        let others = Set(APIScope.allCases).subtracting([path.scope].compactMap(\.self))
        let key = try await town.key(of: .protection, others)
        try await town.open { client in
            let answer = try await client.ask(Self.address(path), key: key)
            let absent = try await client.ask("/api/nowhere", key: key)
            #expect(answer.status == .notFound && answer.text == absent.text)
        }
    }

    @Test func `another unit's key finds no referral, no row and no hour`() async throws {
        let town = try await APITown()
        let (own, foreign) = (try await town.key(of: .protection), try await town.key(of: .womenCentre))
        try await town.open { client in
            let known = try await client.ask("/api/fhir/Task/" + LoopTown.referral.text, key: own)
            #expect(known.json?["status"] == "requested")
            let unknown = try await client.ask("/api/fhir/Task/" + LoopTown.referral.text, key: foreign)
            let never = "/api/fhir/Task/" + String(repeating: "0", count: 32)
            let absent = try await client.ask(never, key: foreign)
            #expect(unknown.status == .notFound && unknown.text == absent.text)
            #expect(try await client.ask("/api/fhir/Task", key: own).json?["total"] == 1)
            #expect(try await client.ask("/api/fhir/Task", key: foreign).json?["total"] == 0)
            #expect(try await client.ask("/api/htcds", key: own).json?.array?.count == 1)
            #expect(try await client.ask("/api/htcds", key: foreign).json?.array?.isEmpty == true)
            let empty = try await client.ask("/api/calendar.ics", key: foreign)
            #expect(empty.status == .ok && !empty.text.contains("BEGIN:VEVENT"))
        }
    }

    @Test func `a referral that was recalled leaves its state, and nothing of the case`() async throws {
        let town = try await APITown()
        let key = try await town.key(of: .protection)
        _ = try await town.cases.append(
            [NewEvent(.referral(LoopTown.referral, .recalled(reason: "duplicate")))], to: LoopTown.caseID,
            after: 5, stamp: Stamp(actor: StaffMember.operator.acting.account, instant: town.clock.now))
        try await town.open { client in
            let task = try await client.ask("/api/fhir/Task/" + LoopTown.referral.text, key: key)
            #expect(task.json?["status"] == "cancelled")
            #expect(task.json?["statusReason"]?["text"]?.string?.isEmpty == false)
            let rows = try await client.ask("/api/htcds", key: key)
            #expect(rows.json?[0]?["x_state"] == "recalled")
            #expect(rows.json?[0]?["x_facts"]?.isNull == true && rows.json?[0]?["x_district"]?.isNull == true)
        }
    }

    @Test func `an ended key opens nothing, and its use is known by day`() async throws {
        let town = try await APITown()
        let member = StaffMember.protection
        let key = try await town.key(of: member)
        try await town.open { client in
            #expect(try await client.ask("/api/htcds", key: key).status == .ok)
            let found = try #require(try await town.tokens.tokens(of: member.acting).first)
            #expect(found.lastUsed == LimaTime(town.clock.now).date)
            try await town.tokens.revoke(found.id, by: member.acting)
            #expect(try await client.ask("/api/htcds", key: key).status == .unauthorized)
        }
        #expect(await town.log.list(AuditFilter(action: "api-token-made")).count == 1)
        #expect(await town.log.list(AuditFilter(action: "api-token-revoked")).count == 1)
    }

    @Test func `a calendar that only knows passwords sends the key as one`() async throws {
        let town = try await APITown()
        let key = try await town.key(of: .protection)
        let basic = Array("upe:\(key)".utf8)
        try await town.open { client in
            let headers: HTTPFields = [.authorization: "Basic " + Self.base64(basic)]
            let status = try await client.execute(uri: "/api/calendar.ics", method: .get, headers: headers) {
                $0.status
            }
            #expect(status == .ok)
        }
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = Array(bytes[start..<min(start + 3, bytes.count)])
            let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for place in 0..<4 {
                text.append(place <= part.count ? digits[bits >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}
