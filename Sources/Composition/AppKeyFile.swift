import CaseRegister
import Foundation
import ReferralDomain
import Sealing

/// The keys of the street app: one file beside the database, mode 0600, never in the database.
///
/// Lines of `what since-milliseconds base64url`: one `bundle`, one `sms`, and the intake keys, the newest of which
/// phones seal to. Keys that were given to many nodes are only read. Whoever has this file and a phone's packets reads reports; whoever has the database alone does not.
struct AppKeyFile: Sendable {
    let bundle: BundleSigner
    let intake: IntakeRing
    /// What the keys of the short messages are derived from.
    let smsSecret: [UInt8]

    /// Reads the file, makes it where there is none, and replaces an intake key that is a year old.
    ///
    /// - Throws: `.readOnly` where it can neither be read nor written, `.damaged` where it holds something else, and
    ///   `KeyPlace.missing` where it should have been given.
    static func open(
        in keys: KeyPlace, random: any RandomSource, at now: Instant
    ) throws(JournalFault) -> AppKeyFile {
        let file = URL(filePath: path(beside: keys.path))
        var lines: [Line] = []
        if FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
            guard let bytes = try? Data(contentsOf: file), let text = String(validating: bytes, as: UTF8.self)
            else { throw .readOnly }
            lines = try read(text)
        } else if keys.isGiven {
            throw KeyPlace.missing
        }
        // A key that only one node knew would open what phones send to the others.
        if keys.isGiven { return try AppKeyFile(lines) }
        let renewed = renewed(lines, random, now.millisecondsSinceEpoch)
        if renewed != lines { try write(renewed, to: file) }
        return try AppKeyFile(renewed)
    }

    static func path(beside data: String) -> String { data + ".app-keys" }

    /// The text of such a file with one more intake key, the newest, and without those that nothing needs; for a house
    /// whose keys are given to its nodes.
    ///
    /// - Throws: `.damaged` where the text is no such file.
    static func withNewIntakeKey(
        _ text: String, random: any RandomSource, at now: Instant
    ) throws(JournalFault) -> String {
        let lines = try read(text)
        // A clock that is behind must not make the new key the older one.
        let newest = lines.filter { $0.what == .intake }.map(\.since).max() ?? 0
        let since = max(now.millisecondsSinceEpoch, newest + 1)
        let fresh = Line(what: .intake, since: since, bytes: drawn(random))
        return renewed(lines + [fresh], random, since).map(\.text).joined()
    }

    private struct Line: Equatable {
        let what: What
        let since: Int64
        let bytes: [UInt8]

        var text: String { "\(what.rawValue) \(since) \(Base64URL.text(of: bytes))\n" }
    }

    private enum What: String { case bundle, sms, intake }

    private init(_ lines: [Line]) throws(JournalFault) {
        let keys = lines.filter { $0.what == .intake }.sorted { $0.since > $1.since }
        guard let bundle = lines.first(where: { $0.what == .bundle }),
            let sms = lines.first(where: { $0.what == .sms }), let newest = keys.first
        else { throw .damaged }
        do {
            self.bundle = try BundleSigner(privateRaw: bundle.bytes)
            smsSecret = sms.bytes
            var retired: [IntakeRing.Retired] = []
            for (old, next) in zip(keys.dropFirst(), keys) {
                retired.append(
                    IntakeRing.Retired(
                        pair: try IntakeKeyPair(privateRaw: old.bytes),
                        until: next.since + IntakeRing.keptMilliseconds))
            }
            intake = IntakeRing(
                current: try IntakeKeyPair(privateRaw: newest.bytes), retired: retired)
        } catch { throw .damaged }
    }

    private static func read(_ text: String) throws(JournalFault) -> [Line] {
        var lines: [Line] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 3, let what = What(rawValue: String(parts[0])), let since = Int64(parts[1]),
                let bytes = Base64URL.bytes(of: String(parts[2])), bytes.count == IntakeKeyPair.length
            else { throw .damaged }
            lines.append(Line(what: what, since: since, bytes: bytes))
        }
        // A file that lost a key is never mended by itself: phones have pinned the one of the bundle.
        guard [What.bundle, .sms, .intake].allSatisfy({ what in lines.contains { $0.what == what } }) else {
            throw .damaged
        }
        return lines
    }

    /// The lines with what is missing, with a new intake key after a year, and without the keys that nothing needs.
    private static func renewed(_ lines: [Line], _ random: any RandomSource, _ now: Int64) -> [Line] {
        var lines = lines
        for what in [What.bundle, .sms] where !lines.contains(where: { $0.what == what }) {
            lines.append(Line(what: what, since: now, bytes: drawn(random)))
        }
        let newest = lines.filter { $0.what == .intake }.map(\.since).max()
        if newest.map({ now - $0 > yearMilliseconds }) ?? true {
            lines.append(Line(what: .intake, since: now, bytes: drawn(random)))
        }
        let since = lines.filter { $0.what == .intake }.map(\.since).sorted()
        return lines.filter { line in
            guard line.what == .intake, let next = since.first(where: { $0 > line.since }) else {
                return true
            }
            return now < next + IntakeRing.keptMilliseconds
        }
    }

    /// A number of the curve: one in four thousand million draws is none, and is drawn again.
    private static func drawn(_ random: any RandomSource) -> [UInt8] {
        while true {
            let bytes = random.bytes(IntakeKeyPair.length)
            if (try? IntakeKeyPair(privateRaw: bytes)) != nil { return bytes }
        }
    }

    /// Written beside it and moved over it, so that a crash leaves the old keys or the new ones.
    private static func write(_ lines: [Line], to file: URL) throws(JournalFault) {
        let fresh = URL(filePath: file.path(percentEncoded: false) + ".new")
        try PrivateFile.write(Data(lines.map(\.text).joined().utf8), to: fresh)
        guard rename(fresh.path(percentEncoded: false), file.path(percentEncoded: false)) == 0 else {
            throw .readOnly
        }
    }

    private static let yearMilliseconds: Int64 = 365 * 86_400_000
}
