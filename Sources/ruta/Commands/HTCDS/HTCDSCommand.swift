import ArgumentParser

/// `ruta htcds`: files of the Human Trafficking Case Data Standard, in and out.
struct HTCDSCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "htcds", abstract: Words[.htcdsAbstract], discussion: Words[.htcdsDiscussion],
        subcommands: [HTCDSCheckCommand.self, HTCDSImportCommand.self, HTCDSExportCommand.self])
}
