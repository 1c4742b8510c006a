/// What is typed after `:`: a command's word (or name) and what follows it.
enum CommandLine {
    /// Runs what the line says.
    static func run(_ line: String, on state: inout ConsoleState) throws(CommandFailure) -> [Effect] {
        let (word, argument) = parts(line)
        guard !word.isEmpty else { return [] }
        guard let command = CommandTable.command(word, in: state.place) else {
            throw CommandFailure("there is no command \(word): Tab completes, ? lists them all", at: 0)
        }
        if let reason = command.disabledReason(state) { throw CommandFailure("\(command.word): \(reason)") }
        if argument != nil, command.argument == nil { throw CommandFailure("\(command.word) takes nothing after it") }
        do {
            return try command.run(&state, argument)
        } catch {
            let start = line.unicodeScalars.count - (argument ?? "").unicodeScalars.count
            throw CommandFailure(error.reason, at: error.offset.map { start + $0 })
        }
    }

    /// The lines that this one could become, as far as they are known.
    static func completions(of line: String, in state: ConsoleState) -> [String] {
        let (word, argument) = parts(line)
        if argument == nil, !line.hasSuffix(" ") {
            return CommandTable.commands.filter {
                $0.belongs(to: state.place)
                    && ($0.word.hasPrefix(word) || (word.contains(".") && $0.name.hasPrefix(word)))
            }
            .map { (word.contains(".") ? $0.name : $0.word) + ($0.argument == nil ? "" : " ") }
        }
        guard let command = CommandTable.command(word, in: state.place), let takes = command.argument else { return [] }
        return takes.candidates(state).filter { $0.hasPrefix(argument ?? "") }.map { "\(word) \($0)" }
    }

    /// The command whose word, and more, stands in the line; nil when there is none.
    static func command(of line: String, in state: ConsoleState) -> Command? {
        line.contains(" ") ? CommandTable.command(parts(line).word, in: state.place) : nil
    }

    /// The line after Tab: as far as all completions agree, or the first of them.
    static func completed(_ line: String, in state: ConsoleState) -> String {
        let completions = completions(of: line, in: state)
        guard var common = completions.first else { return line }
        for completion in completions.dropFirst() {
            while !completion.hasPrefix(common) { common.removeLast() }
        }
        return common.count > line.count ? common : completions.first ?? line
    }

    private static func parts(_ line: String) -> (word: String, argument: String?) {
        let trimmed = line.drop { $0 == " " }
        guard let blank = trimmed.firstIndex(of: " ") else { return (String(trimmed), nil) }
        let argument = trimmed[blank...].drop { $0 == " " }
        let end = argument.lastIndex { $0 != " " }.map { argument.index(after: $0) } ?? argument.startIndex
        let text = String(argument[..<end])
        return (String(trimmed[..<blank]), text.isEmpty ? nil : text)
    }
}
