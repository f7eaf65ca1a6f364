import ArgumentParser
import CaseRegister
import Composition

/// `ruta journal rebuild`: the lists made anew from the journal, and compared with those that had grown.
struct JournalRebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: Words[.journalRebuildAbstract],
        discussion: Words[.journalRebuildDiscussion])

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var data: DataOption

    @Flag(help: ArgumentHelp(Words[.journalRebuildCheck]))
    var check = false

    func run() async throws {
        let place = try data.place()
        let whole = try catalog.load(withScreens: false)
        do {
            let rebuilt = try await ListsRoom.rebuild(place, under: whole, keeping: !check)
            Terminal.say(Words[.journalRebuilt, ["count": Figures.grouped(rebuilt.events)]])
            guard !rebuilt.differing.isEmpty else { return Terminal.say(Words[.journalRebuildSame]) }
            for (table, count) in rebuilt.differing.sorted(by: { $0.key < $1.key }) {
                Terminal.say(Words[.journalRebuildDiffers, ["table": table, "count": String(count)]])
            }
        } catch {
            Terminal.warn(Words.of(JournalRoom.Failure.fault(error), path: place.name))
            throw ExitCode(2)
        }
        throw ExitCode.failure
    }
}
