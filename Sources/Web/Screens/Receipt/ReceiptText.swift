import Catalog

/// The words of the receipt page.
enum ReceiptText: String, TextKey {
    case title = "receipt.title"
    case lead = "receipt.lead"
    case label = "receipt.label"
    case hint = "receipt.hint"
    case submit = "receipt.submit"
    case receivedTitle = "receipt.received-title"
    case received = "receipt.received"
    case word = "receipt.word"
    case corrected = "receipt.corrected"
    case next = "receipt.next"
    case empty = "receipt.empty"
    case length = "receipt.length"
    case character = "receipt.character"
    case check = "receipt.check"
    case unknown = "receipt.unknown"
    case unreachable = "receipt.unreachable"
    case tryAgain = "receipt.try-again"
}
