import ArgumentParser
import CaseRegister
import Composition

/// What the commands about units say: what was made, or why nothing was.
struct SetupTalk {
    let path: String
    let unit: String
    let institution: String
    let municipality: String
    let role: String

    init(path: String, _ wanted: HouseSetup.Wanted) {
        self.path = path
        unit = wanted.unit
        institution = wanted.institution
        municipality = wanted.municipality ?? ""
        role = wanted.role ?? ""
    }

    /// Of a unit that was there before.
    init(path: String, unit: String, role: String?) {
        self.path = path
        self.unit = unit
        (institution, municipality) = ("", "")
        self.role = role ?? ""
    }

    /// Shows an invitation and, of a new unit, its paper key.
    func show(_ shown: HouseSetup.Shown) {
        let done: CommandText = shown.recovery == nil ? .unitRecovered : .setupDone
        Terminal.say(Words[done, ["unit": unit, "account": shown.account]])
        Terminal.say(Words[.setupLink, ["link": shown.link]])
        Terminal.say(Words[.setupSpoken, ["spoken": shown.spoken]])
        guard let recovery = shown.recovery else { return Terminal.say(Words[.unitPrintAgain]) }
        Terminal.say(Words[.setupRecovery, ["recovery": recovery]])
        Terminal.say(Words[.setupKeep])
    }

    /// Says why nothing was done; gives the exit code.
    func refusal(_ failure: HouseSetup.Failure) -> ExitCode {
        let (said, code) = words(of: failure)
        Terminal.warn(said)
        return code
    }

    private func words(of failure: HouseSetup.Failure) -> (String, ExitCode) {
        let wrong = ExitCode.validationFailure
        return switch failure {
        case .unit: (Words[.setupUnitBad, ["text": Words.typed(unit)]], wrong)
        case .institution: (Words[.setupInstitutionBad, ["text": Words.typed(institution)]], wrong)
        case .municipality: (Words[.setupMunicipalityBad, ["text": Words.typed(municipality)]], wrong)
        case .role(let allowed):
            (
                Words[
                    .setupRoleBad, ["text": Words.typed(role), "allowed": allowed.joined(separator: ", ")]],
                wrong
            )
        case .twice: (Words[.setupTwice], ExitCode(73))
        case .nothing: (Words[.unitNoHouse, ["path": Words.typed(path)]], ExitCode(66))
        case .taken: (Words[.unitTaken, ["unit": Words.typed(unit)]], ExitCode(73))
        case .unknown: (Words[.unitUnknown, ["unit": Words.typed(unit)]], ExitCode(66))
        case .key: (Words[.unitKeyBad], ExitCode(65))
        case .fault(let fault): (Words.of(fault, path: path), ExitCode(fault == .locked ? 75 : 74))
        case .failed(let code): (Words[.setupFailed, ["code": code]], ExitCode(74))
        }
    }
}
