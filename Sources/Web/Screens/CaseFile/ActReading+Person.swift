import CaseRegister
import Foundation
import ReferralDomain

extension ActReading {
    /// What is asked for or about one person.
    func aboutPerson(_ word: PersonAsk) throws(ActMisread) -> AskedAct {
        let id = try person()
        let verb: PersonVerb
        switch word {
        case .seal:
            return .seal(id, field: try code(.sealedField), text: try sealedText())
        case .shred: verb = .shred(reason: try code(.reason))
        case .settleAge: verb = .settleAge(try age())
        case .takeCustody: verb = .takeCustody(try holder())
        case .endCustody: verb = .endCustody(reason: try code(.reason))
        case .giveConsent: verb = .giveConsent(try purpose(), to: try code(.institution))
        case .refuseConsent: verb = .refuseConsent(try purpose(), to: try code(.institution))
        case .withdrawConsent: verb = .withdrawConsent(try purpose(), to: try code(.institution))
        case .confirmStop: verb = .confirmStop(try purpose(), by: try code(.institution))
        case .overrideConsent:
            verb = .overrideConsent(try purpose(), to: try code(.institution), try override())
        case .startReflection: verb = .startReflection(days: try days())
        case .requestStatement: verb = .requestStatement(by: try code(.institution))
        case .endReflection: verb = .endReflection
        case .setSafeContact: verb = .setSafeContact(try safeContact())
        case .message:
            verb = .message(
                channel: try channel().rawValue, namesInstitution: try choice(.namesInstitution))
        case .tellRights:
            verb = .tellRights(
                language: try code(.language), by: try codeOrNothing(.institution),
                understood: try choice(.understood))
        case .countRetelling:
            verb = .countRetelling(to: try code(.institution), reason: try code(.reason))
        case .setGoal:
            verb = .setGoal(try code(.goal), responsible: try code(.responsible), due: try day(.day))
        case .meetGoal: verb = .meetGoal(try code(.goal))
        case .doDuty: verb = .doDuty(try code(.duty), try evidence())
        case .monitor: verb = .monitor(month: try number(.month, 1...120), try evidence())
        case .askRelease: verb = .askRelease(duty: try code(.duty), reason: try code(.reason))
        case .release: verb = .release(duty: try code(.duty), reason: try code(.reason))
        }
        return .act(.person(id, verb))
    }

    /// What is to be sealed: at most two thousand characters, in the one form in which it is found again.
    private func sealedText() throws(ActMisread) -> String {
        let composed = try text(.text, most: Self.mostSealed * 4).precomposedStringWithCanonicalMapping
        guard composed.unicodeScalars.count <= Self.mostSealed else { throw ActMisread(.text) }
        return composed
    }

    private static let mostSealed = 2_000

    private func holder() throws(ActMisread) -> Holder {
        let unit = try codeOrNothing(.unit)
        return Holder(
            institution: try code(.institution), unit: unit.flatMap { try? UnitID(reading: $0) },
            post: try code(.post))
    }

    private func purpose() throws(ActMisread) -> Purpose {
        guard let purpose = fields[ActField.purpose.rawValue].flatMap(Purpose.init) else {
            throw ActMisread(.purpose)
        }
        return purpose
    }

    private func override() throws(ActMisread) -> OverrideCode {
        guard let code = fields[ActField.override.rawValue].flatMap(OverrideCode.init) else {
            throw ActMisread(.override)
        }
        return code
    }

    /// The length of a reflection; left empty it is the shortest that is allowed.
    private func days() throws(ActMisread) -> Int? {
        guard fields[ActField.length.rawValue] != "" else { return nil }
        return try number(.length, 0...3_650)
    }

    private func safeContact() throws(ActMisread) -> SafeContact {
        let channels = Channel.allCases.map(\.rawValue).filter { fields[ActField.allowed($0)] == "yes" }
        return SafeContact(
            channels: channels, fromHour: try number(.from, 0...23), beforeHour: try number(.before, 1...24),
            mayNameInstitution: try choice(.namesInstitution))
    }
}
