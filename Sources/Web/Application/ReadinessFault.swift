/// What keeps a house from serving; all of it is for whoever watches the server.
public enum ReadinessFault: String, CaseIterable, Sendable {
    /// The database does not answer.
    case database
    /// The schema of the database is not that of the program.
    case schema
    /// An earlier storage error stopped all writes.
    case stopped
    /// The journal is not what its signed ends say.
    case journal
}
