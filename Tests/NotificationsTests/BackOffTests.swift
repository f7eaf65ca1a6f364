import CaseRegister
import Testing

@testable import Notifications

struct BackOffTests {
    @Test func `each wait is about twice the one before, up to half an hour, and no two sources agree`() {
        let waits = (1...12).map { tries in
            (0..<50).map { BackOff(random: SeededSource(seed: UInt64($0))).milliseconds(after: tries) }
        }
        for (place, drawn) in waits.enumerated() {
            let step = min(BackOff.longest, BackOff.first << Int64(place))
            #expect(drawn.allSatisfy { (step / 2...step).contains($0) }, "\(place): \(drawn)")
            #expect(Set(drawn).count > 40, "the waits must be spread")
        }
        #expect(BackOff(random: SeededSource()).milliseconds(after: 9_999) <= BackOff.longest)
    }
}
