/// What is written into the log about devices, before it is done.
public enum DeviceAction: String, CaseIterable, Sendable {
    case invited = "device-invited"
    case enrolled = "device-enrolled"
    case revoked = "device-revoked"
    /// A short message was read.
    case messageRead = "device-message-read"
}
