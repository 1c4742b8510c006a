import Glibc

/// A command of the system.
enum TestCommand {
    /// Runs `words` and waits; whether it ended with 0. What it says goes nowhere.
    static func run(_ words: String...) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        // The shell looks the command up in the path given; that of the tests may lack /usr/sbin.
        let line = ["/bin/sh", "-c", "exec \"$0\" \"$@\""] + words
        var arguments: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/sbin:/usr/bin:/sbin:/bin"), nil]
        defer { (arguments + environment).forEach { free($0) } }
        var id = pid_t()
        guard posix_spawn(&id, "/bin/sh", &actions, nil, &arguments, &environment) == 0 else { return false }
        var status: Int32 = 0
        waitpid(id, &status, 0)
        return status == 0
    }
}
