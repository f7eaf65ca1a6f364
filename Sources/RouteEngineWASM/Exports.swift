import ReferralDomain
import RouteEngine

// What the phone calls. Numbers only: no string crosses this border, so the module needs no Unicode tables.
// The host writes one byte a fact (the values still possible, 0 = unknown) at `ruta_input`, calls `ruta_decide`, and
// reads the answer at the address that it returns.

/// The rulebook that was compiled into the module, read once.
private let rulebook = readRulebook()

/// One byte a fact: the values still possible; 0 stands for "nobody has answered".
nonisolated(unsafe) private let input = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)

/// The answer, laid out as `ruta_decide` says.
nonisolated(unsafe) private let output = UnsafeMutablePointer<UInt8>.allocate(capacity: 2_048)

/// The version of this border; a host that expects another one does not call on.
@_expose(wasm, "ruta_version") @c
public func ruta_version() -> Int32 { 1 }

/// How many facts there are, or −1 when the compiled catalogue is unreadable.
@_expose(wasm, "ruta_facts") @c
public func ruta_facts() -> Int32 { rulebook.map { Int32($0.domains.count) } ?? -1 }

/// How many steps there are, or −1 when the compiled catalogue is unreadable.
@_expose(wasm, "ruta_steps") @c
public func ruta_steps() -> Int32 { rulebook.map { Int32($0.steps.count) } ?? -1 }

/// Where the host writes what is known: 64 bytes.
@_expose(wasm, "ruta_input") @c
public func ruta_input() -> UnsafeMutablePointer<UInt8> { input }

/// Decides, and returns where the answer stands; null when a fact holds a value that it does not have.
///
/// Byte 0 is the level; bytes 1 to 8 the questions, one bit a fact, lowest first; then for each step, in the order in
/// which they should be done, four bytes: step, status, institution, 0.
@_expose(wasm, "ruta_decide") @c
public func ruta_decide() -> UnsafeMutablePointer<UInt8>? {
    guard let rulebook else { return nil }
    var known = rulebook.nothingKnown
    for fact in 0..<rulebook.domains.count where input[fact] != 0 {
        guard known.learn(ValueSet(bits: input[fact]), of: fact) else { return nil }
    }
    let decision = rulebook.decide(known)
    output[0] = decision.level
    for byte in 0..<8 {
        output[1 + byte] = UInt8(truncatingIfNeeded: decision.questions.bits >> UInt64(8 * byte))
    }
    var place = 9
    for step in decision.order {
        output[place] = step
        output[place + 1] = decision.statuses[Int(step)].rawValue
        output[place + 2] = decision.institutions[Int(step)]
        output[place + 3] = 0
        place += 4
    }
    return output
}

/// Copies the bytes that the build has put beside this code.
private func readRulebook() -> Rulebook? {
    let count = Int(ruta_catalog_length())
    guard let start = ruta_catalog_start() else { return nil }
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    do { return try Rulebook(compiled: bytes) } catch { return nil }
}
