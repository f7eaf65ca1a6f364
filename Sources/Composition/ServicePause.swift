import ServiceLifecycle

/// The wait of a service between two looks.
enum ServicePause {
    /// Waits; false where the server is about to stop.
    static func next(after duration: Duration) async -> Bool {
        do {
            return try await cancelWhenGracefulShutdown {
                try await Task.sleep(for: duration)
                return true
            }
        } catch {
            return false
        }
    }
}
