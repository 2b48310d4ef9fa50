extension PackageCheck {
  /// Size, hash and rows of one file.
  mutating func check(
    _ resource: Descriptor.Resource, in package: DataPackage, _ memory: inout TableMemory
  ) {
    let path = package.root + "/" + resource.path
    do {
      let bytes = try ByteSource.wholeFile(path)
      if let expected = resource.bytes {
        if expected != bytes.count {
          problem("size", resource.name, "\(path): \(bytes.count) bytes, the descriptor states \(expected)")
        }
      } else {
        remark("size", resource.name, "\(path): the descriptor states no size")
      }
      if let expected = resource.hash {
        let actual = "sha256:" + SHA256.hexadecimal(bytes)
        if actual != expected {
          problem("hash", resource.name, "\(path): \(actual), the descriptor states \(expected)")
        }
      } else {
        remark("hash", resource.name, "\(path): the descriptor states no hash")
      }
      if !resource.fields.isEmpty || path.hasSuffix(".csv") { try checkRows(path, resource, &memory) }
    } catch {
      problem("file", resource.name, error)
    }
  }

  private mutating func checkRows(
    _ path: String, _ resource: Descriptor.Resource, _ memory: inout TableMemory
  ) throws(DataError) {
    var reader = try CSVReader.open(path)
    let (name, header) = (resource.name, reader.header)
    let names = resource.fields.map(\.name)
    if !names.isEmpty, header != names {
      let columns = header.joined(separator: ",")
      problem("schema", name, "\(path):1: columns \(columns), expected \(names.joined(separator: ","))")
      return
    }
    var fields = checks(of: resource, &memory)
    let references = references(of: resource, header, &memory)
    let keyColumns = resource.primaryKey.compactMap { header.firstIndex(of: $0) }
    if keyColumns.count < resource.primaryKey.count {
      problem("schema", name, "the primary key names a column that is not there")
    }
    var keys: Set<[String]> = []
    while try reader.next() {
      rows += 1
      var faulty: Set<Int> = []
      for index in fields.indices {
        guard let fault = try fields[index].fault(reader, index, &memory.patterns) else { continue }
        faulty.insert(index)
        problem("schema", name, at: FilePlace(path, reader.line, index + 1), fault)
      }
      for (column, reference) in references where !faulty.contains(column) {
        for id in reference.unknown(in: try reader.text(column), memory.known(reference)) {
          problem(
            reference.rule, name, at: FilePlace(path, reader.line, column + 1),
            "\(reference.noun) '\(id)' is not in \(reference.table)")
        }
      }
      guard !keyColumns.isEmpty else { continue }
      var key: [String] = []
      for column in keyColumns { key.append(try reader.text(column)) }
      if !keys.insert(key).inserted {
        problem(
          "key", name, at: FilePlace(path, reader.line), "second row for \(key.joined(separator: ", "))")
      }
    }
  }

  /// The checks of a table's columns; tells patterns that cannot be used and constraints that are not checked.
  private mutating func checks(of resource: Descriptor.Resource, _ memory: inout TableMemory)
    -> [FieldCheck]
  {
    for field in resource.fields {
      if let pattern = field.pattern, !memory.patterns.canUse(pattern) {
        problem("schema", resource.name, "the pattern of '\(field.name)' cannot be compiled: \(pattern)")
      }
      for constraint in field.unchecked {
        remark("schema", resource.name, "the constraint '\(constraint)' of '\(field.name)' is not checked")
      }
    }
    return resource.fields.map(FieldCheck.init)
  }

  /// The columns of a table whose values have to stand in another one, each with the reference.
  private mutating func references(
    of resource: Descriptor.Resource, _ header: [String], _ memory: inout TableMemory
  ) -> [(Int, ColumnReference)] {
    var found = ColumnReference.implied(in: resource.path, header)
    for key in resource.foreignKeys {
      guard let column = key.fields.first, let referenced = key.referenced.first, key.fields.count == 1 else {
        remark(
          "reference", resource.name, "the foreign key \(key.fields.joined(separator: ", ")) is not checked")
        continue
      }
      guard let table = key.resource.isEmpty ? resource.path : memory.paths[key.resource] else {
        problem(
          "schema", resource.name, "a foreign key names the resource '\(key.resource)', which is not there")
        continue
      }
      guard header.contains(column) else {
        problem("schema", resource.name, "a foreign key names the column '\(column)', which is not there")
        continue
      }
      if !found.contains(where: { $0.column == column && $0.table == table }) {
        found.append(
          ColumnReference(rule: "reference", noun: column, column: column, table: table, key: referenced))
      }
    }
    for reference in found {
      if let error = memory.load(reference) { problem(reference.rule, resource.name, error) }
    }
    return found.compactMap { reference in
      header.firstIndex(of: reference.column).map { ($0, reference) }
    }
  }
}
