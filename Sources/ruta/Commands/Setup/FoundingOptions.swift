import ArgumentParser
import Composition

/// What `ruta setup` and `ruta unit found` are told of a new unit.
struct FoundingOptions: ParsableArguments {
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

    /// The unit as it is asked for.
    var wanted: HouseSetup.Wanted {
        HouseSetup.Wanted(
            unit: unit, institution: institution ?? "serenazgo", name: name, municipality: municipality,
            role: role)
    }
}
