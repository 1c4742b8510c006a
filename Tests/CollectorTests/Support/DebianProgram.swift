import Glibc
import Testing

/// A program that `.ci/run` installs and that is not part of this package.
struct DebianProgram {
    private let path: String

    /// The program, or nil, with a word about it, where it is not installed and need not be.
    init?(_ package: String, _ name: String? = nil) throws {
        let candidates = ["/usr/bin", "/usr/local/bin", "/usr/sbin"].map { $0 + "/" + (name ?? package) }
        if let found = candidates.first(where: { access($0, X_OK) == 0 }) {
            path = found
            return
        }
        guard getenv("CI") == nil else { throw RawClient.Failure(what: "\(package) is missing: run make test-deps") }
        print("not tested: \(package) is not installed (make test-deps does)")
        return nil
    }

    /// Starts it; what it says goes nowhere.
    func start(_ arguments: [String]) throws -> Running {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin"), nil]
        defer { for text in words + environment { free(text) } }
        var id = pid_t()
        guard posix_spawn(&id, path, &actions, nil, &words, &environment) == 0 else {
            throw RawClient.Failure(what: "cannot start \(path)")
        }
        return Running(id: id)
    }

    /// Runs it with `input` on its standard input and returns its status and what it said.
    func run(_ arguments: [String], input: String, in directory: TemporaryDirectory) throws -> (
        status: Int32, text: String
    ) {
        let (source, target) = (directory.path + "/input", directory.path + "/output")
        TestFile.write(input, to: source)
        let line = ([path] + arguments).map { "'\($0)'" }.joined(separator: " ")
        let isDone = TestCommand.run("/bin/sh", "-c", "\(line) < '\(source)' > '\(target)' 2>&1")
        return (isDone ? 0 : 1, TestFile.text(target) ?? "")
    }

    struct Running {
        let id: pid_t

        /// Ends it and waits for that.
        func end() {
            kill(id, SIGKILL)
            var status: Int32 = 0
            waitpid(id, &status, 0)
        }
    }
}

/// A port of this machine that nobody listens on.
enum FreePort {
    static func number() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw RawClient.Failure(what: "no port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
