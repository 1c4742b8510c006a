import Drawing
import Testing

/// Compares a canvas with what was recorded under `Tests/Fixtures/Snapshots`.
///
/// The file is `<name>[.<variant>].<width>x<height>.txt`. A missing file fails; `RECORD_SNAPSHOTS=1` writes it instead.
/// - Parameters:
///   - name: `pane/state`, without dots, written as a literal in the test so that unused files can be found.
///   - variant: a theme, a glyph set or a case of a parameterised test.
public func expectSnapshot(
    _ canvas: Canvas, _ name: String, variant: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
    let file = [name, variant, "\(canvas.width)x\(canvas.height)"].compactMap { $0 }.joined(separator: ".")
    expectSnapshot(of: CanvasSnapshot(canvas).text, file: file, sourceLocation: sourceLocation)
}

/// Compares text, such as the output of a command, with what was recorded; otherwise as for a canvas.
public func expectSnapshot(
    text: String, _ name: String, variant: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
    let file = [name, variant].compactMap { $0 }.joined(separator: ".")
    expectSnapshot(of: text, file: file, sourceLocation: sourceLocation)
}

private func expectSnapshot(of text: String, file: String, sourceLocation: SourceLocation) {
    if SnapshotStore.isRecording {
        do {
            try SnapshotStore.write(text, as: file)
        } catch {
            Issue.record("snapshot \(file) could not be written: \(error)", sourceLocation: sourceLocation)
        }
        return
    }
    guard let recorded = SnapshotStore.read(file) else {
        Issue.record(
            "there is no snapshot \(file); look at it and record it with RECORD_SNAPSHOTS=1:\n\(text)",
            sourceLocation: sourceLocation)
        return
    }
    guard recorded != text else { return }
    Issue.record(
        "snapshot \(file) differs (- recorded, + now):\n\(differences(recorded, text))", sourceLocation: sourceLocation)
}

private func differences(_ recorded: String, _ text: String) -> String {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old).map { change in
        switch change {
        case .remove(let line, let text, _): (line, "- \(text)")
        case .insert(let line, let text, _): (line, "+ \(text)")
        }
    }
    return changes.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
}
