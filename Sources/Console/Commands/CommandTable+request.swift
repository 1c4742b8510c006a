extension CommandTable {
    static let request: [Command] = []
}
