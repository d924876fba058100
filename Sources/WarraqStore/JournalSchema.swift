internal import GRDB

/// The tables of the journal, and the only place that creates them.
///
/// Keys that are looked up at random are 64-bit hashes, because an index of whole identities is three
/// times as large and every commit touches as many of its pages as it stores records; the row holds
/// the whole value and is compared. Everything else grows at its end only.
///
/// | table | a row is | goes when |
/// |---|---|---|
/// | `state` | the journal itself, one row | never |
/// | `topic` | a topic that was used, with the last sequence number on it | never: hosts are few |
/// | `record` | a message of the feed | `store.days`, `store.bytes`, unless a later record keeps it |
/// | `document` | a text in the duplicate index: what a rebuild reads | its record does |
/// | `token` | the same text's token block: what verifying reads | its record does |
/// | `url` | the record that became the last one under a canonical URL | its record does |
/// | `siteSighting` | what a new article showed of its site: what a rebuild of site memory reads | its record does |
/// | `siteForgotten` | a site whose earlier sightings count no more | never: people made it |
/// | `story` | an article's place in its story: what a rebuild of the stories reads | its record does |
/// | `nameSighting` | the names an article introduced: what a rebuild of name memory reads | its record does |
/// | `sender` | an answer that was given to a sender's id and payload | `store.idDays`, and its records are gone |
/// | `deadLetter` | a refused input | `store.deadLetterBytes`, or a person drops it |
enum JournalSchema {
    /// What brings a file of any earlier format to the newest. A step that was released never changes.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: journal") { db in
            try db.execute(sql: firstFormat)
        }
        migrator.registerMigration("2: site memory") { db in
            try db.execute(sql: siteMemory)
        }
        migrator.registerMigration("3: sources of texts") { db in
            try db.execute(sql: textSources)
        }
        migrator.registerMigration("4: stories") { db in
            try db.execute(sql: stories)
        }
        migrator.registerMigration("5: names") { db in
            try db.execute(sql: names)
        }
        return migrator
    }

    /// Bytes of a page. With 4,096 a record of 12 KB needs three more pages and a token block wastes
    /// half of one; with 16,384 every index page that a commit touches costs four times as much.
    static let pageSize = 8192

    private static let textSources = """
        -- The seconds from 1970 on that the text was published within, NULL if unknown.
        ALTER TABLE document ADD COLUMN publishedFirst INTEGER;
        ALTER TABLE document ADD COLUMN publishedLast INTEGER;
        -- 1: an agency's own text. 2: publishedFirst and publishedLast are in UTC.
        ALTER TABLE document ADD COLUMN source INTEGER NOT NULL DEFAULT 0;
        """

    private static let siteMemory = """
        -- A row goes to the end, whatever the site: the counts are made of them at a start.
        CREATE TABLE siteSighting (
            sequence INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            host TEXT NOT NULL,
            sighting BLOB NOT NULL
        );
        -- sequence: up to here.
        CREATE TABLE siteForgotten (
            id INTEGER PRIMARY KEY,
            host TEXT NOT NULL UNIQUE,
            sequence INTEGER NOT NULL
        );
        """

    private static let stories = """
        -- articles and independent: the story's counts as of this record.
        CREATE TABLE story (
            sequence INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            story INTEGER NOT NULL,
            articles INTEGER NOT NULL,
            independent INTEGER NOT NULL,
            uri BLOB NOT NULL,
            features BLOB NOT NULL
        );
        """

    private static let names = """
        -- names: NameSighting.bytes.
        CREATE TABLE nameSighting (
            sequence INTEGER PRIMARY KEY,
            names BLOB NOT NULL
        );
        """

    private static let firstFormat = """
        -- oldest: from this sequence number on nothing is missing.
        -- published: everything up to here was handed to subscribers.
        CREATE TABLE state (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            epoch TEXT NOT NULL,
            createdAt INTEGER NOT NULL,
            lastSequence INTEGER NOT NULL,
            oldest INTEGER NOT NULL,
            published INTEGER NOT NULL,
            lastDocument INTEGER NOT NULL,
            deadLetterBytes INTEGER NOT NULL,
            deadLettersDropped INTEGER NOT NULL
        );
        CREATE TABLE topic (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            lastSequence INTEGER NOT NULL
        );
        -- uri and keeps: ArticleURI.storedBytes. checksum: of header and record.
        -- The two large columns come last, so that reading the others reads no overflow page.
        CREATE TABLE record (
            sequence INTEGER PRIMARY KEY,
            topic INTEGER NOT NULL,
            uriKey INTEGER NOT NULL,
            uri BLOB NOT NULL,
            version INTEGER NOT NULL,
            previous INTEGER NOT NULL,
            at INTEGER NOT NULL,
            document INTEGER,
            keepsKey INTEGER,
            keeps BLOB,
            checksum INTEGER NOT NULL,
            header BLOB NOT NULL,
            json BLOB NOT NULL
        );
        CREATE INDEX recordURI ON record (uriKey);
        CREATE INDEX recordKeeps ON record (keepsKey) WHERE keepsKey IS NOT NULL;
        -- What replay by prefix walks: 12 bytes a record instead of a page.
        CREATE INDEX recordTopic ON record (sequence, topic);
        -- What a start reads; kind 3 is a page headline (the first byte of uri).
        CREATE INDEX recordHeadline ON record (at, uri) WHERE substr(uri, 1, 1) = x'03';
        -- format: of the fingerprint and the token block; texts of another one are not loaded.
        CREATE TABLE document (
            number INTEGER PRIMARY KEY,
            format INTEGER NOT NULL,
            at INTEGER NOT NULL,
            host INTEGER NOT NULL,
            published INTEGER NOT NULL,
            uri BLOB NOT NULL,
            fingerprint BLOB NOT NULL
        );
        CREATE TABLE token (
            document INTEGER PRIMARY KEY,
            format INTEGER NOT NULL,
            block BLOB NOT NULL
        );
        CREATE TABLE url (
            sequence INTEGER PRIMARY KEY,
            urlHash INTEGER NOT NULL,
            uri BLOB NOT NULL,
            textHash BLOB NOT NULL,
            document INTEGER,
            at INTEGER NOT NULL
        );
        -- first and last: the lowest and highest sequence number in the answer.
        CREATE TABLE sender (
            number INTEGER PRIMARY KEY,
            idKey INTEGER NOT NULL,
            payloadKey INTEGER NOT NULL,
            id BLOB NOT NULL,
            payload BLOB NOT NULL,
            answer BLOB NOT NULL,
            at INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL
        );
        CREATE INDEX senderKey ON sender (idKey, payloadKey);
        CREATE TABLE deadLetter (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            digest BLOB NOT NULL UNIQUE,
            code TEXT NOT NULL,
            reason TEXT NOT NULL,
            origin TEXT NOT NULL,
            at INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            label BLOB NOT NULL,
            header BLOB NOT NULL,
            body BLOB NOT NULL
        );
        """
}
