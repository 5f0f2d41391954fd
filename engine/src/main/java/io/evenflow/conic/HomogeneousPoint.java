package io.evenflow.conic;

/**
 * A point (x, s, z, τ, κ) of the homogeneous embedding, or a direction there. The program's own
 * point is (x, s, z) / τ.
 */
final class HomogeneousPoint {
  final double[] x;
  final double[] s;
  final double[] z;
  double tau;
  double kappa;

  HomogeneousPoint(int n, int m) {
    x = new double[n];
    s = new double[m];
    z = new double[m];
  }

  void set(HomogeneousPoint other) {
    System.arraycopy(other.x, 0, x, 0, x.length);
    System.arraycopy(other.s, 0, s, 0, s.length);
    System.arraycopy(other.z, 0, z, 0, z.length);
    tau = other.tau;
    kappa = other.kappa;
  }

  /** this ← this + α·direction. */
  void move(double alpha, HomogeneousPoint direction) {
    Vectors.add(alpha, direction.x, x);
    Vectors.add(alpha, direction.s, s);
    Vectors.add(alpha, direction.z, z);
    tau += alpha * direction.tau;
    kappa += alpha * direction.kappa;
  }

  /**
   * Divides by max(τ, κ): the embedding is homogeneous, and without this an infeasible program
   * drifts to zero or away.
   */
  void normalise() {
    double factor = 1 / Math.max(tau, kappa);
    scale(x, factor);
    scale(s, factor);
    scale(z, factor);
    tau *= factor;
    kappa *= factor;
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
