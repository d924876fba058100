/// What a piece of HTML inside a feed or JSON says.
struct HTMLFragment: Sendable {
    /// Text of each block in reading order, UTF-8, character references resolved, not yet in
    /// display form. Blocks of nothing but white space are left out.
    let paragraphs: [[UInt8]]
    /// Pictures in it.
    let images: [ImageReference]
}
