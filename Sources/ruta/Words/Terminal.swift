import Foundation

/// Standard input, output and error of the program, with an end in words when one of them fails.
enum Terminal {
    /// One line on standard error.
    static func warn(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// One line on standard output.
    static func say(_ line: String = "") { write(Array((line + "\n").utf8), to: STDOUT_FILENO) }

    /// Bytes on standard output, as they are.
    static func put(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// What has come on standard input, at most so many bytes; empty at its end. Waits only while nothing has come.
    ///
    /// Ends the program with 74 (EX_IOERR) and one line where the input cannot be read.
    static func read(atMost count: Int) -> [UInt8] {
        var taken = -1
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            repeat {
                taken = Foundation.read(STDIN_FILENO, buffer.baseAddress, count)
            } while taken < 0 && errno == EINTR
            initialized = max(taken, 0)
        }
        if taken < 0 {
            warn(Words[.inputFailed])
            exit(74)
        }
        return bytes
    }

    /// Writes all of it. A reader that has gone away (`| head`) ends the program quietly; a full disk is said.
    private static func write(_ bytes: [UInt8], to file: Int32) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Foundation.write(file, buffer.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if written > 0 {
                start += written
            } else if errno != EINTR {
                if errno != EPIPE, file != STDERR_FILENO { warn(Words[.outputFailed]) }
                exit(errno == EPIPE ? 0 : 74)
            }
        }
    }
}
