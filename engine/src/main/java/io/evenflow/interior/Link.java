package io.evenflow.interior;

/**
 * A row that ties nodes together: Σ coefficient·node + Σ sign·own column + epigraph's column =
 * right. Arrays are the row's own.
 *
 * @param own columns that only this row sees
 * @param sign of each of them
 * @param epigraph the column of the cost above cuts that other rows may share, −1 for none
 */
record Link(
    int[] nodes, double[] coefficients, double right, int[] own, double[] sign, int epigraph) {
  /** Sum of its columns' values, nodes aside. */
  double columns(double[] value) {
    double sum = epigraph < 0 ? 0 : value[epigraph];
    for (int i = 0; i < own.length; i++) {
      sum += sign[i] * value[own[i]];
    }
    return sum;
  }

  /** Sum of its nodes. */
  double nodes(double[] value) {
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      sum += coefficients[i] * value[nodes[i]];
    }
    return sum;
  }

  /** Adds what its multiplier makes of prices. */
  void addTo(double[] prices, double multiplier) {
    for (int i = 0; i < nodes.length; i++) {
      prices[nodes[i]] += coefficients[i] * multiplier;
    }
  }

  /** What its own columns, and its epigraph's, add to its diagonal. */
  double weight(double[] theta) {
    return (epigraph < 0 ? 0 : theta[epigraph]) + ownWeight(theta);
  }

  /** What its own columns add to its diagonal. */
  double ownWeight(double[] theta) {
    double sum = 0;
    for (int column : own) {
      sum += theta[column];
    }
    return sum;
  }
}
