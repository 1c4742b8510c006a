import Glibc

/// A small file system of its own, mounted on a temporary directory; it goes with the value.
final class TestFileSystem {
    enum Kind {
        /// In memory.
        case tmpfs
        /// In an image file, with a journal that can be made to fail.
        case ext4
    }

    let directory = TemporaryDirectory()
    private let kind: Kind
    private let images = TemporaryDirectory()

    init(_ kind: Kind, megabytes: Int) throws {
        self.kind = kind
        if kind == .ext4 {
            guard TestCommand.run("truncate", "-s", "\(megabytes)M", image), TestCommand.run("mkfs.ext4", "-q", image)
            else { throw RawClient.Failure(what: "cannot make a file system") }
        }
        try mount("size=\(megabytes)m")
    }

    private var image: String { images.path + "/image" }

    private func mount(_ options: String) throws {
        let isMounted =
            switch kind {
            case .tmpfs: TestCommand.run("mount", "-t", "tmpfs", "-o", options, "none", directory.path)
            case .ext4: TestCommand.run("mount", "-o", "loop", image, directory.path)
            }
        guard isMounted else { throw RawClient.Failure(what: "cannot mount a file system") }
    }

    /// Unmounts the image and mounts it again, as after a restart of the machine. Nothing may be open on it.
    func reopen() throws {
        guard kind == .ext4, TestCommand.run("umount", directory.path) else {
            throw RawClient.Failure(what: "cannot unmount")
        }
        try mount("")
    }

    deinit { _ = TestCommand.run("umount", "-l", directory.path) }

    /// Mounts it anew with other options.
    func remount(_ options: String) -> Bool { TestCommand.run("mount", "-o", "remount," + options, directory.path) }

    /// Whether this process may mount a file system of the kind.
    static func isPossible(_ kind: Kind) -> Bool { (try? TestFileSystem(kind, megabytes: 8)) != nil }
}
