extension DataPackage {
  /// Where the ledger of sealed forecasts is kept.
  public var ledgerPath: String { root + "/ledger/forecasts.csv" }

  /// The SHA-256 of the descriptor, in which the hash of every table stands: it names the state of the data.
  ///
  /// - Returns: 64 hexadecimal digits.
  /// - Throws: ``DataError`` when the descriptor cannot be read.
  public func digest() throws(DataError) -> String {
    SHA256.hexadecimal(try ByteSource.wholeFile(descriptorPath))
  }
}

extension ScenarioFile {
  /// The SHA-256 of the file as it stands.
  ///
  /// - Returns: 64 hexadecimal digits.
  /// - Throws: ``DataError`` when the file cannot be read.
  public func digest() throws(DataError) -> String { SHA256.hexadecimal(try ByteSource.wholeFile(path)) }
}
