internal import ArgumentParser
internal import WarraqServer

/// `warraq site`: what the daemon has learned of a site.
struct SiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Look after what was learned of a site.",
        discussion: """
            A line that stands in the text of three articles of a site is its furniture and is left out \
            of later ones; the record lists it under removals, as siteFurniture. The end of its titles \
            behind " - ", " | " or " » " that three of them share is its name: it is cut, and becomes \
            the publisher if the page names none.

            HOST is a host name or an address on the site; www. makes no difference.

            Exits 0 when done, 1 when nothing was learned of the site, 69 when the daemon is not there.

            EXAMPLES
              warraq site show hespress.com | jq -r '.furniture[].text'
              warraq site forget hespress.com
            """,
        subcommands: [Show.self, Forget.self])

    /// `warraq site show HOST`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show its furniture, the ends of its titles, and its name, as a line of JSON.",
            discussion: "Each with the articles it was counted on and when it was seen last.")

        @Argument(help: "The site.") var host: String
        @OptionGroup var control: ControlOptions

        func run() throws {
            try control.printAnswer(to: .showSite, host: host)
        }
    }

    /// `warraq site forget HOST`.
    struct Forget: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forget all of it, for good; later articles teach anew.",
            discussion: """
                For a site that has a new design, or whose daily column was taken for furniture. Records \
                that are stored do not change.
                """)

        @Argument(help: "The site.") var host: String
        @OptionGroup var control: ControlOptions

        func run() throws {
            try control.printAnswer(to: .forgetSite, host: host)
        }
    }
}
