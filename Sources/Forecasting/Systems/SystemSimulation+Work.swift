extension SystemSimulation {
  /// The storage of one draw, used again for the next.
  struct Work {
    let n: Int
    let lags: Int
    let steps: Int
    /// B by columns, F by columns, shocks by steps, and the path by steps.
    private var coefficients: [Double]
    private var factor: [Double]
    private var shocks: [Double]
    var path: [Double]
    /// Ψ(i) F for i = 0, 1, …: what a shock does i steps later, by columns.
    private var responses: [Double]
    /// G by rows, one for each condition; GG' and r - R y.
    private var effects: [Double]
    private var system: [Double]
    private var gap: [Double]

    init(n: Int, lags: Int, steps: Int, conditions: Int) {
      self.n = n
      self.lags = lags
      self.steps = steps
      coefficients = [Double](repeating: 0, count: (1 + n * lags) * n)
      factor = [Double](repeating: 0, count: n * n)
      shocks = [Double](repeating: 0, count: n * steps)
      path = shocks
      responses = [Double](repeating: 0, count: conditions > 0 ? n * n * steps : 0)
      effects = [Double](repeating: 0, count: conditions * n * steps)
      system = [Double](repeating: 0, count: conditions * conditions)
      gap = [Double](repeating: 0, count: conditions)
    }

    /// Takes in a draw: B = B̂ + spread F'.
    mutating func load(
      _ centre: [Double], _ spread: ArraySlice<Double>, _ factor: ArraySlice<Double>,
      _ shocks: ArraySlice<Double>
    ) {
      let k = 1 + n * lags
      for (index, value) in factor.enumerated() { self.factor[index] = value }
      for (index, value) in shocks.enumerated() { self.shocks[index] = value }
      for index in centre.indices { coefficients[index] = centre[index] }
      spread.withUnsafeBufferPointer { spread in
        for column in 0..<n {
          for other in 0..<n {
            // F' [other, column] = F [column, other], F by columns.
            let weight = self.factor[other * n + column]
            for row in 0..<k { coefficients[column * k + row] += spread[other * k + row] * weight }
          }
        }
      }
    }

    /// Works out the path, and moves the shocks first if there are conditions.
    ///
    /// - Parameters:
    ///   - history: the last p years, newest first.
    ///   - conditions: independent ones.
    /// - Returns: false when a number overflows.
    mutating func advance(_ history: [Double], _ conditions: [SystemCondition]) -> Bool {
      walk(history)
      if !conditions.isEmpty {
        respond()
        guard condition(conditions) else { return false }
        walk(history)
      }
      return path.allSatisfy(\.isFinite)
    }

    private mutating func walk(_ history: [Double]) {
      let k = 1 + n * lags
      for step in 0..<steps {
        for variable in 0..<n {
          var sum = coefficients[variable * k]
          for lag in 0..<lags {
            let place = variable * k + 1 + lag * n
            let earlier = step - 1 - lag
            for other in 0..<n {
              sum +=
                coefficients[place + other]
                * (earlier >= 0 ? path[earlier * n + other] : history[(-1 - earlier) * n + other])
            }
          }
          for other in 0..<n { sum += factor[other * n + variable] * shocks[step * n + other] }
          path[step * n + variable] = sum
        }
      }
    }

    /// Ψ(i) F = Σ B(l)' Ψ(i-l) F.
    private mutating func respond() {
      let k = 1 + n * lags
      for index in 0..<(n * n) { responses[index] = factor[index] }
      for step in stride(from: 1, to: steps, by: 1) {
        for shock in 0..<n {
          for variable in 0..<n {
            var sum = 0.0
            for lag in 0..<min(lags, step) {
              let place = variable * k + 1 + lag * n
              let earlier = (step - 1 - lag) * n * n + shock * n
              for other in 0..<n { sum += coefficients[place + other] * responses[earlier + other] }
            }
            responses[step * n * n + shock * n + variable] = sum
          }
        }
      }
    }

    /// z + G'(GG')⁻¹(r - R y), by Cholesky.
    private mutating func condition(_ conditions: [SystemCondition]) -> Bool {
      let width = n * steps
      let count = conditions.count
      for (row, condition) in conditions.enumerated() {
        var rest = condition.value
        for variable in 0..<n { rest -= condition.weights[variable] * path[condition.step * n + variable] }
        gap[row] = rest
        for step in 0...condition.step {
          for shock in 0..<n {
            var sum = 0.0
            let place = (condition.step - step) * n * n + shock * n
            for variable in 0..<n { sum += condition.weights[variable] * responses[place + variable] }
            effects[row * width + step * n + shock] = sum
          }
        }
      }
      for row in 0..<count {
        // Shocks after a condition's step have no effect on it.
        for column in 0...row {
          let reach = (min(conditions[row].step, conditions[column].step) + 1) * n
          var sum = 0.0
          for index in 0..<reach { sum += effects[row * width + index] * effects[column * width + index] }
          for earlier in 0..<column {
            sum -= system[row * count + earlier] * system[column * count + earlier]
          }
          if row == column {
            guard sum > 0 else { return false }
            system[row * count + row] = sum.squareRoot()
          } else {
            system[row * count + column] = sum / system[column * count + column]
          }
        }
      }
      for row in 0..<count {
        for earlier in 0..<row { gap[row] -= system[row * count + earlier] * gap[earlier] }
        gap[row] /= system[row * count + row]
      }
      for row in stride(from: count - 1, through: 0, by: -1) {
        for later in (row + 1)..<max(count, row + 1) { gap[row] -= system[later * count + row] * gap[later] }
        gap[row] /= system[row * count + row]
      }
      for (row, condition) in conditions.enumerated() {
        for index in 0..<((condition.step + 1) * n) {
          shocks[index] += effects[row * width + index] * gap[row]
        }
      }
      return true
    }
  }
}
