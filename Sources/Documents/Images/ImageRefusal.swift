/// Why an image was not taken. Carries nothing of it.
public enum ImageRefusal: Error, Hashable, Sendable {
    /// It is no JPEG, PNG or WebP, but this.
    case foreign(FileKind)
    /// More than `ImageLimits.bytes`.
    case tooLarge
    /// More than 24 megapixels, as it declares or as it is.
    case tooManyPixels
    /// More than one picture, one after the other.
    case animated
    /// It ends early or is damaged.
    case unreadable
    /// The program that draws it anew ended without a picture: killed, out of memory or out of time.
    case failed
    /// Others are waiting already.
    case busy
    /// The program that draws it anew is not there.
    case notInstalled

    /// What the door refuses of a file of this kind before it looks further; nil for one that it looks at.
    static func atSight(_ upload: [UInt8]) -> ImageRefusal? {
        guard upload.count <= ImageLimits.bytes else { return .tooLarge }
        let kind = FileKind(of: upload)
        return kind.isTaken ? nil : .foreign(kind)
    }
}

/// How much of an image is taken.
public enum ImageLimits {
    /// Of the file that is sent: 5 MB.
    public static let bytes = 5_000_000
    /// Of the picture that is kept, so that it fits into one sealed text of 1 MiB.
    public static let keptBytes = 1_000_000
    /// The longer side of the picture that is kept, in pixels.
    public static let keptSide = 2_560
}
