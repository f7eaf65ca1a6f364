import Access
import CaseRegister
import ReferralDomain

/// Hands cases over one by one; sent twice it is one handover.
struct HandoverDesk: Sendable {
    let room: StaffRoom
    let visitor: Visitor

    /// The sheet of a handover that was already done by this very form; nil where it was not.
    ///
    /// The digits of a signature hold once, so the second sending of a form cannot be signed again.
    func done(_ form: HandoverForm) async throws -> HandoverSheet? {
        guard let next = AccountCode.read(form.account), !form.chosen.isEmpty else { return nil }
        var codes: [HandoverSheet.Line] = []
        var latest: Instant?
        for id in form.chosen.keys {
            let history = try await history(of: id)
            let state = CaseState(after: history)
            guard relation(to: state) == .owner, state.owner == next,
                let last = history.last(where: { Self.isHandover($0.event) }),
                last.event == .file(.handedOver(from: visitor.acting.account, to: next))
            else { return nil }
            codes.append(HandoverSheet.Line(code: state.reference?.text ?? "", outcome: .done))
            latest = max(latest ?? last.moment.registered, last.moment.registered)
        }
        return try await sheet(codes, to: next, at: latest ?? room.clock())
    }

    /// Hands the chosen cases over and says what became of each.
    func handOver(_ form: HandoverForm, to next: ActorID) async throws -> HandoverSheet {
        var lines: [HandoverSheet.Line] = []
        for (id, seen) in form.chosen {
            if let line = try await handOver(id, seen: seen, to: next) { lines.append(line) }
        }
        return try await sheet(lines, to: next, at: room.clock())
    }

    /// One case; nil where the visitor may not know of it.
    private func handOver(_ id: CaseID, seen: Int, to next: ActorID) async throws -> HandoverSheet.Line? {
        var code = ""
        var isNoted = false
        for _ in 0..<Self.tries {
            let state = CaseState(after: try await history(of: id))
            guard relation(to: state) == .owner, let reference = state.reference else { return nil }
            code = reference.text
            if state.owner == next { return .init(code: code, outcome: .done) }
            guard state.owner == visitor.acting.account, state.isOpen else {
                return .init(code: code, outcome: .notTheirs)
            }
            do {
                if !isNoted {
                    try await ControlLog(room: room).note(.handedOver, on: id, with: next, by: visitor)
                }
                isNoted = true
                // It hangs on the version just read: nobody's case is handed over by an old page.
                _ = try await room.ports.desk.perform(
                    .handOver(to: next), on: id, seen: state.version, by: visitor.acting)
                _ = await CaseKeys(room: room).settle(id, by: visitor)
                return .init(code: code, outcome: state.version == seen ? .done : .changed)
            } catch DeskFailure.refused(.overtaken) {
                continue
            } catch { return .init(code: code, outcome: .failed) }
        }
        return .init(code: code, outcome: .failed)
    }

    private func sheet(
        _ lines: [HandoverSheet.Line], to next: ActorID, at instant: Instant
    ) async throws -> HandoverSheet {
        HandoverSheet(
            from: visitor.acting.account, to: next, at: instant, lines: lines.sorted { $0.code < $1.code },
            remaining: try await HandoverShift(room: room).cases(of: visitor).count,
            end: try? await room.ports.keeping?.trail.end())
    }

    private func history(of id: CaseID) async throws -> [RecordedEvent] {
        do { return try await room.ports.journal.history(of: id) } catch { throw WebFault.broken }
    }

    private func relation(to state: CaseState) -> CaseRelation {
        CaseRelation(of: visitor.acting, to: state, at: room.clock(), under: room.ports.rules())
    }

    private static func isHandover(_ event: CaseEvent) -> Bool {
        if case .file(.handedOver) = event { return true }
        return false
    }

    /// How often one case is tried against other writers.
    private static let tries = 5
}
