import Domain

extension StoreReader {
    public func evaluationRuns(of prompt: String?, limit: Int) throws -> [EvaluationRun] {
        try withEvaluations { try EvaluationRecords.runs(of: prompt, limit: limit, in: $0) } ?? []
    }

    public func evaluation(_ id: EvaluationRunID) throws -> (run: EvaluationRun, results: [EvaluationResult])? {
        try withEvaluations { file in
            guard let run = try EvaluationRecords.run(id, in: file) else { return nil }
            return (run, try EvaluationRecords.results(of: id, in: file))
        } ?? nil
    }

    /// Reads within one snapshot; nil when nothing was ever evaluated. The file is opened for this one look: it is asked for seldom.
    private func withEvaluations<Result>(_ body: (DatabaseFile) throws -> Result) throws -> Result? {
        guard !directory.isFile, FileSystem.exists(directory.evaluationsPath) else { return nil }
        let file: DatabaseFile
        do {
            file = try openFile(directory.evaluationsPath, version: EvaluationSchema.version)
        } catch StoreError.damaged(_, DatabaseFile.noTables) {
            return nil
        }
        defer { file.close() }
        return try file.snapshot { try body(file) }
    }
}
