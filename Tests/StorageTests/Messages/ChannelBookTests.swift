import CaseRegister
import Notifications
import ReferralDomain
import Testing

@testable import Storage

/// An address of a unit is proved before it is told anything, and is the unit's own affair.
struct ChannelBookTests {
    @Test(arguments: DatabaseKind.allCases)
    func `an address gets its code and nothing else before the code came back`(kind: DatabaseKind)
        async throws
    {
        try await PostOffice.open(on: kind) { post in
            let id = try await post.address(1, .email, "guardia@upe.example", isProved: false)
            try await post.refer()
            let mail = ScriptedGate(.email)
            let sender = try post.sender(mail)
            try await post.work(sender)
            #expect(mail.sent.map(\.text) == ["Su código es 123456."])
            #expect(mail.sent.map(\.kind) == [.code])
            let other = PostOffice.centre.unit
            #expect(try await !post.book.verify(id, of: other, digits: "123456", at: post.now))
            #expect(try await post.book.verify(id, of: PostOffice.child.unit, digits: "123456", at: post.now))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `five wrong guesses, or a quarter of an hour, use a code up`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            let id = try await post.address(1, .email, "guardia@upe.example", isProved: false)
            for _ in 0..<5 {
                #expect(
                    try await !post.book.verify(id, of: PostOffice.child.unit, digits: "000000", at: post.now)
                )
            }
            #expect(
                try await !post.book.verify(id, of: PostOffice.child.unit, digits: "123456", at: post.now))
            let late = try await post.address(2, .sms, "987654321", isProved: false)
            post.turn(seconds: 901)
            #expect(
                try await !post.book.verify(late, of: PostOffice.child.unit, digits: "123456", at: post.now))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `the addresses of a unit are used in its own order`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            let unit = PostOffice.child.unit
            for number in 1...3 {
                try await post.address(
                    UInt8(number), .email, "guardia\(number)@upe.example", isProved: false)
            }
            let last = try #require(try await post.book.channels(of: unit).last)
            try await post.book.putFirst(last.id, of: PostOffice.centre.unit)
            #expect(try await post.book.channels(of: unit).last == last, "another unit changes nothing")
            try await post.book.putFirst(last.id, of: unit)
            #expect(try await post.book.channels(of: unit).map(\.id).first == last.id)
            try await post.book.remove(last.id, of: PostOffice.centre.unit)
            #expect(try await post.book.channels(of: unit).count == 3)
            try await post.book.remove(last.id, of: unit)
            #expect(try await !post.book.channels(of: unit).map(\.id).contains(last.id))
        }
    }
}
