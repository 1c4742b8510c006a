/// A column of spans whose texts filters name.
enum TextColumn: UInt64, CaseIterable {
    case environment = 1
    case service = 2
    case operation = 3
    /// The model that answered, else the one asked for.
    case model = 4
    case provider = 5
    case release = 6
    case promptName = 7
    case error = 8
    case tool = 9
    case agent = 10
    case finish = 11
    case dialect = 12

    /// One number for a text in this column; `id` is 0 where nothing is said.
    @inline(__always)
    func symbol(_ id: UInt32) -> UInt64 { rawValue << 32 | UInt64(id) }

    /// The number of the text, as an expression of SQL over `span s` and `resolution r`.
    var expression: String {
        switch self {
        case .environment, .service, .operation, .provider, .tool, .agent, .dialect: "s.\(self)"
        case .model: "coalesce(s.response_model, s.request_model)"
        case .release: "iif(r.span, r.release, s.release)"
        case .promptName: "iif(r.span, r.prompt_name, s.prompt_name)"
        case .error: "iif(s.is_error, s.error_type, NULL)"
        case .finish: "s.finish_reasons"
        }
    }
}
