import Configuration
import Drawing
import Foundation

/// All themes that can be chosen: the built-in ones, those that come with the program, and the user's own.
struct ThemeCollection {
    private(set) var themes = Theme.builtIn
    /// What is wrong with theme files; such a theme is drawn as far as it is right, or left out.
    private(set) var warnings: [String] = []

    private static let endings = [".yaml", ".yml", ".theme"]

    /// The themes of the given folders; a later one of the same name wins.
    init(folders: [String]) {
        var files: [String: ThemeFile] = [:]
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names.sorted() where Self.endings.contains(where: { name.hasSuffix($0) }) {
                do throws(ConfigurationError) {
                    let file = try ThemeFile.load(folder + "/" + name)
                    files[file.name] = file
                } catch {
                    warnings.append(error.description)
                }
            }
        }
        for name in files.keys.sorted() {
            guard let theme = resolve(name, files, visited: []) else { continue }
            themes.removeAll { $0.name == name }
            themes.append(theme)
            warnings += theme.warnings.map { "theme \(name): \($0)" }
        }
    }

    func theme(named name: String) -> Theme? { themes.first { $0.name == name } }

    private mutating func resolve(_ name: String, _ files: [String: ThemeFile], visited: Set<String>) -> Theme? {
        guard let file = files[name] else { return Theme.builtIn.first { $0.name == name } }
        guard !visited.contains(name) else {
            warnings.append("theme \(name) inherits from itself")
            return nil
        }
        let parent = file.inherits ?? (file.variant == .light ? Theme.light.name : Theme.dark.name)
        let base = Theme.builtIn.first {
            $0.name == parent && files[parent] == nil || $0.name == parent && parent == name
        }
        guard let base = base ?? resolve(parent, files, visited: visited.union([name])) else {
            warnings.append("theme \(name) inherits from \(parent), which is not there")
            return nil
        }
        let theme = Theme(name: name, inherits: base, palette: file.palette, roles: file.roles)
        return file.isImported ? theme.legible : theme
    }
}
