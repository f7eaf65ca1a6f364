/// The one way by which an image comes into the house: what was sent is drawn anew, and only the drawing is kept.
public protocol ImageDoor: Sendable {
    /// The picture of an upload as a plain JPEG.
    ///
    /// - Parameter upload: what was sent; its name and the kind that its sender gave play no part.
    func plain(_ upload: [UInt8]) async throws(ImageRefusal) -> PlainJPEG
}
