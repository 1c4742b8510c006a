import Console
import Terminal

extension InputEvent {
    /// What the event means to the main loop; nil when it means nothing.
    var item: EventQueue.Item? {
        switch self {
        case .key(let key): .event(.key(Key(key)))
        case .paste(let text): .event(.paste(text))
        case .mouse(let mouse): .event(.mouse(Mouse(mouse)))
        case .resize(let width, let height): .event(.resize(width: width, height: height))
        case .focus: nil
        case .resumed: .repaint
        case .interrupt, .terminate, .hangup: .end
        }
    }
}

extension Key {
    /// The key that the terminal reported. The two rooms do not know each other, so each has a word of its own.
    init(_ key: InputKey) {
        self =
            switch key {
            case .character(let scalar): .character(scalar)
            case .control(let scalar): .control(scalar)
            case .space: .space
            case .enter: .enter
            case .escape: .escape
            case .tab: .tab
            case .shiftTab: .shiftTab
            case .backspace: .backspace
            case .delete: .delete
            case .up: .up
            case .down: .down
            case .left: .left
            case .right: .right
            case .home: .home
            case .end: .end
            case .pageUp: .pageUp
            case .pageDown: .pageDown
            }
    }
}

extension Mouse {
    /// What the terminal reported.
    init(_ mouse: InputMouse) {
        let action: Action =
            switch mouse.action {
            case .press: .press
            case .scrollUp: .scrollUp
            case .scrollDown: .scrollDown
            }
        self.init(action, x: mouse.x, y: mouse.y)
    }
}
