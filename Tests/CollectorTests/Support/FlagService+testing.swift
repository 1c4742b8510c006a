import Domain
import Logging

@testable import Collector

extension FlagService {
    /// Flags of the apps on `board`, with a recorder that keeps nothing by itself.
    static func testing(
        _ board: ServingBoard = ServingBoard(), keep: @escaping @Sendable ([Exposure]) throws -> Void = { _ in }
    ) -> FlagService {
        FlagService(board, recorder: .testing(keep), clock: SystemClock())
    }
}

extension ExposureRecorder {
    static func testing(_ keep: @escaping @Sendable ([Exposure]) throws -> Void = { _ in }) -> ExposureRecorder {
        ExposureRecorder(logger: Logger(label: "test"), keep: keep)
    }
}
