import CZeroMQ

/// A key of CURVE, public or secret: 32 bytes.
public struct CurveKey: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Takes 32 bytes; `nil` for any other number.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Reads the 40 characters of Z85 that tools of ZeroMQ print; `nil` for anything else.
    public init?(z85 text: String) {
        guard text.utf8.count == 40, !text.utf8.contains(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 32)
        guard zmq_z85_decode(&bytes, text) != nil else { return nil }
        self.bytes = bytes
    }

    /// The 40 characters of Z85. Keep a secret key out of logs.
    public var z85: String {
        var text = [CChar](repeating: 0, count: 41)
        guard zmq_z85_encode(&text, bytes, bytes.count) != nil else {
            preconditionFailure("a key has 32 bytes")
        }
        return String(decoding: text.prefix(40).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// A public key and the secret one that belongs to it.
public struct CurveKeyPair: Hashable, Sendable {
    /// Given to peers.
    public let publicKey: CurveKey
    /// Given to nobody.
    public let secretKey: CurveKey

    /// Makes a new pair at random.
    ///
    /// - Throws: `ENOTSUP` if libzmq was built without CURVE.
    public init() throws(ZeroMQError) {
        var publicText = [CChar](repeating: 0, count: 41)
        var secretText = [CChar](repeating: 0, count: 41)
        guard zmq_curve_keypair(&publicText, &secretText) == 0 else {
            throw .last("zmq_curve_keypair")
        }
        guard let publicKey = CurveKey(cString: publicText),
            let secretKey = CurveKey(cString: secretText)
        else { preconditionFailure("zmq_curve_keypair gave no Z85") }
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// The pair of a secret key.
    ///
    /// - Throws: `ENOTSUP` if libzmq was built without CURVE.
    public init(secretKey: CurveKey) throws(ZeroMQError) {
        var publicText = [CChar](repeating: 0, count: 41)
        guard zmq_curve_public(&publicText, secretKey.z85) == 0 else {
            throw .last("zmq_curve_public")
        }
        guard let publicKey = CurveKey(cString: publicText) else {
            preconditionFailure("zmq_curve_public gave no Z85")
        }
        self.publicKey = publicKey
        self.secretKey = secretKey
    }
}

extension CurveKey {
    fileprivate init?(cString: [CChar]) {
        self.init(
            z85: String(decoding: cString.prefix(40).map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}
