import CaseRegister
import Notifications
import Synchronization

/// A way out that answers as the test says, and remembers what it was given.
final class ScriptedGate: MessageGate {
    let kind: ChannelKind
    private let state: Mutex<(answers: [GateOutcome], rest: GateOutcome, sent: [OutgoingMessage])>

    /// - Parameters:
    ///   - answers: the first answers, in order.
    ///   - rest: every answer after them.
    init(_ kind: ChannelKind, _ answers: [GateOutcome] = [], then rest: GateOutcome = .taken) {
        self.kind = kind
        state = Mutex((answers, rest, []))
    }

    var sent: [OutgoingMessage] { state.withLock { $0.sent } }

    func answer(_ outcome: GateOutcome) { state.withLock { $0 = ([], outcome, $0.sent) } }

    func send(_ message: OutgoingMessage) async -> GateOutcome {
        state.withLock { state in
            state.sent.append(message)
            return state.answers.isEmpty ? state.rest : state.answers.removeFirst()
        }
    }
}
