import Configuration

extension Configuration {
    /// The configuration that `paths` lead to, for a program that ends when it has mistakes.
    ///
    /// - Throws: `ProgramError` that names every mistake.
    static func read(_ paths: ConfigurationPaths, isNamed: Bool) throws -> Configuration {
        do throws(ConfigurationError) { return try load(paths, isNamed: isNamed) } catch {
            throw ProgramError(exit: .configuration, message: error.description)
        }
    }
}
