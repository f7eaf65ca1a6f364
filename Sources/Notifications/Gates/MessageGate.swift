public import CaseRegister

/// A way out of the house: one protocol, one server.
public protocol MessageGate: Sendable {
    var kind: ChannelKind { get }

    /// Sends one message and waits for the answer of the server, no longer than the gate allows.
    func send(_ message: OutgoingMessage) async -> GateOutcome
}

/// What a server did with a message. The words are ours: what a server says may hold anything.
public enum GateOutcome: Hashable, Sendable {
    /// The machine that serves the address has it.
    case taken
    /// The next try may do better.
    case later(String)
    /// This address would refuse again.
    case refused(String)
}
