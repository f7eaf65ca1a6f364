public import CaseRegister
import Foundation
public import Sealing

/// Counts people that two institutions know, from files: nothing leaves this machine but the files that are written.
public enum CountRoom {
    /// Why nothing was counted. A line is named by its number, never by what it says.
    public enum Fault: Error, Hashable, Sendable {
        case unreadable, cannotWrite, taken, keyBad, sessionBad
        case line(Int, CountToken.Misread)
        case list(CountList.Fault)
    }

    /// Blinds a list of people, one a line, with the key in a file, which is made where there is none.
    ///
    /// Returns how many different people the list has.
    public static func blind(
        _ list: String, to target: String, key path: String, session: String, random: any RandomSource
    ) throws(Fault) -> Int {
        guard let session = CountSession(session) else { throw .sessionBad }
        var tokens: Set<CountToken> = []
        let lines = try text(at: list).split(whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() {
            do { tokens.insert(try CountToken(reading: String(line))) } catch {
                throw .line(number + 1, error)
            }
        }
        let key = try FileManager.default.fileExists(atPath: path) ? key(at: path) : newKey(at: path, random)
        let blinded: CountList
        do { blinded = try CountList(tokens, with: key, in: session) } catch { throw .list(error) }
        try write(blinded.text, to: target)
        return tokens.count
    }

    /// Blinds the list of the other institution once more; returns how many points it has.
    public static func again(_ list: String, to target: String, key path: String) throws(Fault) -> Int {
        let (list, key) = (try self.list(at: list), try key(at: path))
        let twice: CountList
        do { twice = try list.again(with: key) } catch { throw .list(error) }
        try write(twice.text, to: target)
        return twice.points.count
    }

    /// Compares two lists that both institutions have blinded.
    public static func compare(_ one: String, _ other: String) throws(Fault) -> JointCount {
        let (one, other) = (try list(at: one), try list(at: other))
        do { return try JointCount(one, other) } catch { throw .list(error) }
    }

    private static func list(at path: String) throws(Fault) -> CountList {
        let text = try text(at: path)
        do { return try CountList(reading: text) } catch { throw .list(error) }
    }

    private static func key(at path: String) throws(Fault) -> CountKey {
        let written = try text(at: path).filter { !$0.isWhitespace }
        guard let bytes = HexText.bytes(of: written), let key = CountKey(random: bytes) else {
            throw .keyBad
        }
        return key
    }

    private static func newKey(at path: String, _ random: any RandomSource) throws(Fault) -> CountKey {
        var key = CountKey(random: random.bytes(32))
        while key == nil { key = CountKey(random: random.bytes(32)) }
        guard let key else { throw .keyBad }
        let text = HexText.text(of: key.bytes) + "\n"
        do { try PrivateFile.write(Data(text.utf8), to: URL(filePath: path)) } catch { throw .cannotWrite }
        return key
    }

    private static func text(at path: String) throws(Fault) -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .unreadable }
        return text
    }

    /// - Throws: `.taken` where a file is there already: a list that was sent is not replaced under its name.
    private static func write(_ text: String, to path: String) throws(Fault) {
        guard !FileManager.default.fileExists(atPath: path) else { throw .taken }
        guard (try? Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)) != nil
        else {
            throw .cannotWrite
        }
    }
}
