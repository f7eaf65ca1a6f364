import Access
import CaseRegister

/// What came from phones about a case, beside what the journal keeps.
struct CaseIntake: Sendable {
    /// Nil where the report came through the pages.
    var record: IntakeRecord?
    /// What the devices are called, by their numbers.
    var labels: [DeviceID: String] = [:]
    var handovers: [HandoverRecord] = []

    static let none = CaseIntake()

    /// Reads it; what cannot be read now is not shown, since the calls and the clocks matter more.
    init(of id: CaseID, in app: AppSite) async {
        record = try? await app.ports.book.record(of: id)
        handovers = (try? await app.ports.book.handovers(of: id)) ?? []
        let devices = [record?.device].compactMap(\.self) + handovers.flatMap { [$0.from, $0.to] }
        for device in Set(devices) { labels[device] = try? await app.ports.devices.device(device)?.label }
    }

    private init() {}

    func label(_ device: DeviceID) -> String { labels[device] ?? device.text }
}
