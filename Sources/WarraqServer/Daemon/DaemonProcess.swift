internal import Dispatch
internal import Foundation
internal import Glibc
internal import Logging
internal import Synchronization

/// A daemon as a process of its own: signals, systemd, the log and the exit status.
public final class DaemonProcess: Sendable {
    private let source: SettingsSource
    private let log: LogDestination
    private let logger: Logger
    private let notifier: SystemdNotifier?
    private let daemon: Daemon
    private let signals = DispatchQueue(label: "warraq.signals")

    /// A process with `settings`, which `source` gave.
    public init(source: SettingsSource, settings: Settings) {
        self.source = source
        let environment = source.environment
        log = LogDestination(level: settings.log.level, environment: environment)
        let logger = log.logger("warraq.process")
        self.logger = logger
        let notifier = SystemdNotifier(environment: environment)
        self.notifier = notifier
        daemon = Daemon(
            source: source, settings: settings, log: log,
            onReload: { begins in
                Self.notify(notifier, logger, begins ? .reloading : .ready)
            },
            onFatalError: { error in
                logger.critical("Cannot go on", metadata: ["error": "\(error)"])
                // What is on disk is unknown, so nothing is flushed, answered or closed.
                _exit(ExitStatus.system.rawValue)
            })
    }

    /// Starts the daemon, runs it until SIGTERM or SIGINT, and stops it. Call on the main thread.
    ///
    /// - Returns: 0 after a signal; 71 if it could not start, or could not finish what it had read.
    public func run() -> ExitStatus {
        // Blocked here and read by Dispatch alone, so that none is lost and none interrupts a call.
        signal(SIGTERM, SIG_IGN)
        signal(SIGINT, SIG_IGN)
        signal(SIGHUP, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        let stopped = DispatchSemaphore(value: 0)
        let sources = [SIGTERM, SIGINT].map { number in
            self.source(of: number) { stopped.signal() }
        }
        do {
            try FileLimit.raise()
            try daemon.start { [notifier, logger] step in
                // A journal of millions takes a while to load: systemd is told that it goes on.
                Self.notify(notifier, logger, .status(step), .extendTimeout(.seconds(120)))
            }
        } catch {
            logger.critical(
                "Not started",
                metadata: [
                    "error": "\(error)", "settings": "\(source.file ?? "defaults, no --config")",
                ])
            return .system
        }
        let reload = self.source(of: SIGHUP) { [weak self] in self?.reload() }
        Self.notify(notifier, logger, .ready, .status("taking articles"))
        let watchdog = startWatchdog()
        stopped.wait()
        // The unit's TimeoutStopSec is for the default drain; a longer one asks for its time.
        Self.notify(
            notifier, logger, .stopping, .status("draining"),
            .extendTimeout(daemon.drainTimeout + .seconds(15)))
        reload.cancel()
        sources.forEach { $0.cancel() }
        defer { withExtendedLifetime(watchdog) {} }
        do {
            try daemon.stop()
            return .success
        } catch {
            logger.error("Not stopped cleanly", metadata: ["error": "\(error)"])
            return .system
        }
    }

    private func reload() {
        do {
            _ = try daemon.reload()
        } catch {
            logger.error(
                "Settings not read again, the old ones stay", metadata: ["error": "\(error)"])
        }
    }

    private func source(
        of number: Int32, _ handler: @escaping @Sendable () -> Void
    ) -> any DispatchSourceSignal {
        let source = DispatchSource.makeSignalSource(signal: number, queue: signals)
        source.setEventHandler { @Sendable in handler() }
        source.activate()
        return source
    }

    private func startWatchdog() -> Watchdog? {
        guard let notifier, let interval = Watchdog.interval(environment: source.environment) else {
            return nil
        }
        return Watchdog(
            interval: interval, on: DispatchQueue(label: "warraq.watchdog"),
            isAlive: { [daemon] in daemon.isAlive },
            say: { [logger] in Self.notify(notifier, logger, .watchdog) })
    }

    private static func notify(
        _ notifier: SystemdNotifier?, _ logger: Logger, _ notices: SystemdNotifier.Notice...
    ) {
        guard let notifier else { return }
        do {
            for notice in notices { try notifier.send(notice) }
        } catch {
            logger.warning("systemd not told", metadata: ["error": "\(error)"])
        }
    }
}
