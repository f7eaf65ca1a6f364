import Access
import CaseRegister
import ReferralDomain
import Sealing

@testable import Web

/// The app's side of a house of tests: known keys, devices and packets in memory.
struct AppHouse {
    let ports: AppPorts
    let book = MemoryIntakeBook()
    let devices = MemoryDeviceStore()

    /// The private parts that the samples of `Tests/app` use too.
    static let intake = Self.bytes(from: 1)
    static let bundle = Self.bytes(from: 97)
    /// The first eight bytes of any module of WebAssembly.
    static let engine: [UInt8] = [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]

    init(
        journal: any ReportJournal, cases: any CaseJournal, desk: CaseDesk, log: any AuditLog,
        random: any RandomSource, clock: @escaping @Sendable () -> Instant
    ) throws {
        let rules = IntakeRules(try Town.catalog())
        let ring = IntakeRing(current: try IntakeKeyPair(privateRaw: Self.intake))
        var ports = AppPorts(
            signer: try BundleSigner(privateRaw: Self.bundle), ring: ring,
            devices: DeviceDesk(
                store: devices, log: log, smsSecret: Self.bytes(from: 7), random: random, clock: clock),
            reports: ReportIntake(
                ReportIntake.Ports(
                    journal: journal, book: book, devices: devices, units: FakeUnits(),
                    unitKeys: FakeUnitKeys()),
                ring: ring, rules: { rules }, clock: clock),
            handovers: HandoverIntake(
                book: book, devices: devices, units: FakeUnits(), journal: cases, desk: desk, clock: clock),
            book: book, catalogSince: Town.morning)
        ports.engine = Self.engine
        self.ports = ports
    }

    private static func bytes(from first: UInt8) -> [UInt8] { (0..<32).map { first &+ UInt8($0) } }
}
