import Domain

extension Interpreter {
    /// Resolves all spans of one trace that are known so far, in linear time and whatever their order.
    ///
    /// Session, user, release and prompt are the span's own, else those of the nearest ancestor that says them; session and user are else
    /// the one value on which the whole trace agrees. A span is innermost when no span below it is of its kind.
    public static let resolve: TraceResolver = { TraceForest.resolve($0) }
}
