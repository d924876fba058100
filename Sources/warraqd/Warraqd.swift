internal import ArgumentParser
internal import WarraqServer

/// `warraqd`, the daemon.
@main
struct Warraqd: ParsableCommand {
}
