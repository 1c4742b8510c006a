import Glibc

/// Returns when `condition` holds; fails, naming `what` it waited for, when it does not hold in time.
func waitUntil(_ what: @autoclosure () -> String, within limit: Duration = .seconds(20), _ condition: () throws -> Bool)
    throws
{
    let start = ContinuousClock.now
    while try !condition() {
        guard ContinuousClock.now - start < limit else { throw Failure("not within \(limit): \(what())") }
        poll(nil, 0, 10)
    }
}
