import ArgumentParser
import Domain
import Storage

/// `headframe release show`: what a release is made of.
struct ReleaseShowCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What a release is made of, as JSON.")

    @OptionGroup var store: StoreOption

    @Argument(
        help: ArgumentHelp("The release: support-answer@r42, or the first digits of its digest.", valueName: "id"))
    var release: String

    @Flag(help: "Print JSON on one line.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        guard let reference = ReleaseReference(release) else {
            throw ValidationError("\(release): write APP@r42, or at least eight digits of a digest.")
        }
        let releases = try reader.releases(of: nil, at: now)
        // With one app, its name may be left out.
        let apps = Set(releases.map(\.release.app))
        let found = releases.filter { reference.names($0, app: apps.count == 1 ? apps.first : nil) }
        guard let release = found.first, found.count == 1 else {
            throw ProgramError(
                exit: .notFound,
                message: found.isEmpty
                    ? "looking for release \(reference): it is not in the store; headframe release list says what there is"
                    : "several releases begin with \(reference); write more digits")
        }
        return json ? release.json.text : release.json.prettyText
    }
}
