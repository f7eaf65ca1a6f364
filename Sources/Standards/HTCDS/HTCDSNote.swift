/// What was not taken in though nothing is wrong with it: said, so that nobody believes that it is here.
public enum HTCDSNote: Hashable, Sendable {
    /// A column that is neither of the standard nor ours.
    case unknownColumn(String)
    /// A column of the standard that Ruta does not keep, or keeps only sealed.
    case notKept(String)
    /// The file was no UTF-8.
    case decoded(TextDecoding)
    /// A case that is closed there: line of its first row.
    case closedCase(line: Int)
}
