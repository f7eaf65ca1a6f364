import ReferralDomain
import RouteEngine

// What the phone calls. Numbers only: no string crosses this border, so the module needs no Unicode tables.
// The host writes one byte a fact (the values still possible, 0 = unknown) at `ruta_input`, calls `ruta_decide`, and
// reads the answer at the address that it returns.

/// The rules in force; nil until the host has loaded some.
nonisolated(unsafe) private var rulebook: Rulebook?

/// Where the host writes the compiled rules, until they are loaded.
nonisolated(unsafe) private var incoming: UnsafeMutableBufferPointer<UInt8>?

/// One byte a fact: the values still possible; 0 stands for "nobody has answered".
nonisolated(unsafe) private let input = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)

/// The answer, laid out as `ruta_decide` says.
nonisolated(unsafe) private let output = UnsafeMutablePointer<UInt8>.allocate(capacity: 2_048)

/// The version of this border; a host that expects another one does not call on.
@_expose(wasm, "ruta_version") @c
public func ruta_version() -> Int32 { 2 }

/// Where the host writes this many bytes of compiled rules; null for more than rules can have.
@_expose(wasm, "ruta_buffer") @c
public func ruta_buffer(_ count: Int32) -> UnsafeMutablePointer<UInt8>? {
    incoming?.deallocate()
    incoming = nil
    guard count > 0, count <= mostBytes else { return nil }
    let place = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Int(count))
    place.initialize(repeating: 0)
    incoming = place
    return place.baseAddress
}

/// Puts in force the rules that the host has written: 0 where they are, −1 where they cannot be read or are too many
/// for the answer; the earlier ones then stay.
@_expose(wasm, "ruta_load") @c
public func ruta_load(_ count: Int32) -> Int32 {
    guard let place = incoming else { return -1 }
    incoming = nil
    defer { place.deallocate() }
    guard count > 0, count <= Int32(place.count) else { return -1 }
    let bytes = [UInt8](UnsafeBufferPointer(rebasing: place[0..<Int(count)]))
    do {
        let read = try Rulebook(compiled: bytes)
        guard read.domains.count <= mostFacts, read.steps.count <= mostSteps else { return -1 }
        rulebook = read
        return 0
    } catch {
        return -1
    }
}

private let mostBytes: Int32 = 65_000
private let mostFacts = 64
/// As many as the answer has room for.
private let mostSteps = 509

/// How many facts there are, or −1 before rules are loaded.
@_expose(wasm, "ruta_facts") @c
public func ruta_facts() -> Int32 { rulebook.map { Int32($0.domains.count) } ?? -1 }

/// How many steps there are, or −1 before rules are loaded.
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
