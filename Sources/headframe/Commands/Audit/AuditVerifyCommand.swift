import ArgumentParser
import Configuration
import Domain
import Foundation
import Storage

/// `headframe audit verify`: whether the audit log is as it was written.
struct AuditVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the chain of the audit log.",
        discussion: """
            Ends with 0 when every entry follows from the one before, 1 when an entry was changed, removed or put between, 2 when the \
            last ones are missing. Signatures are checked where the key can be read. A head that was kept elsewhere (--head) shows \
            what nobody who can write the store can hide.
            """)

    @OptionGroup var store: StoreOption

    @Option(
        help: ArgumentHelp("File with a head that was kept elsewhere; the configured one otherwise.", valueName: "file")
    )
    var head: String?

    @Option(help: ArgumentHelp("File with the key of the store; the configured one otherwise.", valueName: "file"))
    var key: String?

    @Option(
        help: ArgumentHelp("Configuration file; $XDG_CONFIG_HOME/headframe/config.yaml otherwise.", valueName: "file"))
    var config: String?

    @Flag(help: "Print JSON.")
    var json = false

    mutating func run() throws {
        var code: Int32 = 0
        try ProgramError.reporting {
            let result = try verify()
            StandardOutput.write(json ? result.json.text : Self.text(result))
            code = Self.exitCode(of: result)
        }
        if code != 0 { throw ExitCode(code) }
    }

    private func verify() throws -> AuditVerification {
        let environment = ProcessInfo.processInfo.environment
        let paths =
            config.map(ConfigurationPaths.init(configuration:)) ?? ConfigurationPaths(environment: environment)
        let control = try Configuration.read(paths, isNamed: config != nil).control
        let directory = try StoreDirectory(existing: store.path)
        func path(_ named: String?, _ configured: String, _ usual: String) -> String {
            named ?? (configured.isEmpty ? usual : configured)
        }
        let secret: [UInt8]?
        do throws(KeyFile.Failure) {
            secret = try KeyFile(path(key, control.auditKey, directory.auditKeyPath)).read()
        } catch {
            StandardError.write("headframe: signatures are not checked: the key: \(error.reason)")
            secret = nil
        }
        let known = AuditHead(file: path(head, control.auditHead, directory.auditHeadPath))
        guard known != nil || head == nil else {
            throw ProgramError(
                exit: .notFound, message: "reading \(head ?? ""): there is no head of an audit log in it")
        }
        return try store.open().verifyAudit(key: secret, known: known)
    }

    private static func text(_ result: AuditVerification) -> String {
        switch result {
        case .intact(nil, _): return "ok, nothing was done yet"
        case .intact(let head?, let signed):
            return "ok, \(head.sequence) entries, head \(head)" + (signed ? "" : ", signatures not checked")
        case .broken(let sequence, let reason): return "broken at entry \(sequence): \(reason)"
        case .tailMissing(let head, let known):
            return "the tail is missing: the last entry is \(head?.sequence ?? 0), there were \(known.sequence)"
        }
    }

    private static func exitCode(of result: AuditVerification) -> Int32 {
        switch result {
        case .intact: 0
        case .broken: ProgramExit.no.rawValue
        case .tailMissing: ProgramExit.undecided.rawValue
        }
    }
}
