import ArgumentParser
import Composition

/// `ruta setup`: the first unit of a house and the invitation of its first member. There is no default account.
struct SetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: Words[.setupAbstract], discussion: Words[.setupDiscussion])

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp(Words[.setupUnitOption], valueName: Words[.unitValue]))
    var unit: String

    @Option(help: ArgumentHelp(Words[.setupInstitutionOption], valueName: Words[.unitValue]))
    var institution: String?

    @Option(help: ArgumentHelp(Words[.setupNameOption], valueName: Words[.nameValue]))
    var name: String

    @Option(help: ArgumentHelp(Words[.setupMunicipalityOption], valueName: Words[.unitValue]))
    var municipality: String?

    @Option(help: ArgumentHelp(Words[.setupRoleOption], valueName: Words[.roleValue]))
    var role: String?

    func run() async throws {
        let path = try data.path()
        let whole = try catalog.load(withScreens: false)
        let institution = institution ?? "serenazgo"
        let role = role ?? "administrator"
        let setup = HouseSetup(data: path, catalog: whole)
        do {
            show(
                try await setup.found(
                    unit, institution: institution, name: name, municipality: municipality, role: role))
        } catch {
            switch error {
            case .unit: Terminal.warn(Words[.setupUnitBad, ["text": Words.typed(unit)]])
            case .institution: Terminal.warn(Words[.setupInstitutionBad, ["text": Words.typed(institution)]])
            case .role(let allowed):
                let known = allowed.joined(separator: ", ")
                Terminal.warn(Words[.setupRoleBad, ["text": Words.typed(role), "allowed": known]])
            case .twice:
                Terminal.warn(Words[.setupTwice])
                throw ExitCode(73)
            case .fault(let fault):
                Terminal.warn(Words.of(fault, path: path))
                throw ExitCode(74)
            case .failed(let code):
                Terminal.warn(Words[.setupFailed, ["code": code]])
                throw ExitCode(74)
            }
            throw ExitCode.validationFailure
        }
    }

    private func show(_ shown: HouseSetup.Shown) {
        Terminal.say(Words[.setupDone, ["unit": unit, "account": shown.account]])
        Terminal.say(Words[.setupLink, ["link": shown.link]])
        Terminal.say(Words[.setupSpoken, ["spoken": shown.spoken]])
        Terminal.say(Words[.setupRecovery, ["recovery": shown.recovery]])
        Terminal.say(Words[.setupKeep])
    }
}
