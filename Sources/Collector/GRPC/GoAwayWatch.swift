import NIOHTTP2

/// Sees the protocol handler give a connection up. Of the errors that it reports, some end a call and some the connection; only
/// the frame that it sends tells which.
final class GoAwayWatch: NIOHTTP2FrameDelegate {
    private(set) var isGivenUp = false

    func wroteFrame(_ frame: HTTP2Frame) {
        if case .goAway(_, let code, _) = frame.payload, code != .noError { isGivenUp = true }
    }
}
