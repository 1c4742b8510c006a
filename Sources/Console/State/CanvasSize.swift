/// Columns and rows of the terminal.
public struct CanvasSize: Hashable, Sendable {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int

    /// `width` columns and `height` rows; negative counts as none.
    public init(width: Int, height: Int) { (self.width, self.height) = (max(0, width), max(0, height)) }

    /// How much can stand side by side.
    enum WidthClass {
        /// Below 100 columns: panels are stacked.
        case narrow
        case normal
        /// From 160 columns on.
        case wide
    }

    var widthClass: WidthClass { width < 100 ? .narrow : width < 160 ? .normal : .wide }
    /// Whether the console can be used: 60×16 at least.
    var isLargeEnough: Bool { width >= 60 && height >= 16 }
}
