/// What the demo pushes: its seeds, embedded in the program.
struct DemoInput {
    /// What it is, for a person.
    let title: String
    /// What it is called where it is compared.
    let name: String
    /// The header frame.
    let header: String
    /// The body frame.
    let body: [UInt8]

    /// All of them, in the order they are pushed.
    static let all = [
        DemoInput(
            title: "A police communiqué, plain text", name: "the communiqué", header: "{}",
            body: PackageResources.communique_txt),
        DemoInput(
            title:
                "An aggregator's page, flattened: 55 headlines of another day, a widget, an article",
            name: "the page",
            header: "{}", body: PackageResources.page_txt),
        DemoInput(
            title: "The communiqué again, in windows-1256", name: "the copy", header: "{}",
            body: PackageResources.communique_windows_1256_txt),
        DemoInput(
            title: "A radio's HTML page", name: "the radio's page",
            header: #"{"url":"https://www.jawharafm.net/ar/1"}"#,
            body: PackageResources.page_html),
        DemoInput(
            title: "A news item", name: "the news item", header: "{}",
            body: PackageResources.brief_txt),
        DemoInput(
            title: "The same item with two words changed", name: "the changed item", header: "{}",
            body: PackageResources.brief_edited_txt),
        DemoInput(
            title: "A file that is no text", name: "the file", header: "{}",
            body: [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 600)),
    ]
}
