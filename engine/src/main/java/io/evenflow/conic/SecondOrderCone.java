package io.evenflow.conic;

/**
 * One second-order cone, rows {@code begin … end-1}: x₀ ≥ ‖x₁‖. With J = diag(1, −I):
 *
 * <pre>
 *   Nesterov–Todd scaling:  W = η [ w₀  w₁ᵀ ; w₁  I + w₁w₁ᵀ/(1+w₀) ],   wᵀJw = 1
 *                           H = W² = η² (2wwᵀ − J),   H⁻¹ = η⁻² (2 Jw(Jw)ᵀ − J)
 *                           λ = Wz = W⁻¹s
 * </pre>
 *
 * <p>Vandenberghe, "The CVXOPT linear and quadratic cone program solvers" (2010), section 4.
 */
final class SecondOrderCone {
  private final int begin;
  private final int end;
  private final double[] w;
  private final double[] lambda;
  private final double[] work;

  /** η², the square of the scaling's size. */
  double etaSquared = 1;

  /** The scaling point w and λ are kept in arrays that all rows of the program share. */
  SecondOrderCone(int begin, int dimension, double[] w, double[] lambda, double[] work) {
    this.begin = begin;
    this.end = begin + dimension;
    this.w = w;
    this.lambda = lambda;
    this.work = work;
  }

  int begin() {
    return begin;
  }

  int end() {
    return end;
  }

  void resetScaling() {
    etaSquared = 1;
    w[begin] = 1;
    for (int i = begin + 1; i < end; i++) {
      w[i] = 0;
    }
  }

  /** False if s or z is not in the interior. */
  boolean updateScaling(double[] s, double[] z) {
    double residualS = determinant(s);
    double residualZ = determinant(z);
    if (!(residualS > 0 && residualZ > 0)) {
      return false;
    }
    double normS = 1 / Math.sqrt(residualS);
    double normZ = 1 / Math.sqrt(residualZ);
    double product = 0;
    for (int i = begin; i < end; i++) {
      product += s[i] * z[i];
    }
    double gamma = Math.sqrt(0.5 + 0.5 * product * normS * normZ);
    double half = 0.5 / gamma;
    double squares = 0;
    for (int i = begin + 1; i < end; i++) {
      w[i] = half * (s[i] * normS - z[i] * normZ);
      squares += w[i] * w[i];
    }
    w[begin] = Math.sqrt(1 + squares);
    etaSquared = Math.sqrt(residualS / residualZ);
    scale(z, lambda);
    return true;
  }

  /** x₀² − ‖x₁‖², by factors since both terms are nearly equal close to the boundary. */
  private double determinant(double[] x) {
    double norm = tailNorm(x);
    return x[begin] > 0 ? (x[begin] - norm) * (x[begin] + norm) : -1;
  }

  private double tailNorm(double[] x) {
    double squares = 0;
    for (int i = begin + 1; i < end; i++) {
      squares += x[i] * x[i];
    }
    return Math.sqrt(squares);
  }

  /** y = Wx. */
  private void scale(double[] x, double[] y) {
    double eta = Math.sqrt(etaSquared);
    double zeta = tailProduct(w, x);
    double first = x[begin];
    double c = first + zeta / (1 + w[begin]);
    y[begin] = eta * (w[begin] * first + zeta);
    for (int i = begin + 1; i < end; i++) {
      y[i] = eta * (x[i] + c * w[i]);
    }
  }

  private double tailProduct(double[] x, double[] y) {
    double sum = 0;
    for (int i = begin + 1; i < end; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** y = Hx; y may be x. */
  void applyScaling(double[] x, double[] y) {
    double first = x[begin];
    double twice = 2 * (w[begin] * first + tailProduct(w, x));
    y[begin] = etaSquared * (twice * w[begin] - first);
    for (int i = begin + 1; i < end; i++) {
      y[i] = etaSquared * (twice * w[i] + x[i]);
    }
  }

  /** y = H⁻¹x; y may be x. */
  void applyInverseScaling(double[] x, double[] y) {
    double inverse = 1 / etaSquared;
    double first = x[begin];
    double twice = 2 * (w[begin] * first - tailProduct(w, x));
    y[begin] = inverse * (twice * w[begin] - first);
    for (int i = begin + 1; i < end; i++) {
      y[i] = inverse * (x[i] - twice * w[i]);
    }
  }

  /** d_s = s + W(λ \ ((W⁻¹Δs) ∘ (WΔz) − σμe)), with x∘y = (xᵀy, x₀y₁ + y₀x₁). */
  void complementarity(
      HomogeneousPoint point, HomogeneousPoint affine, double sigmaMu, double[] out) {
    // W⁻¹Δs = W(H⁻¹Δs)
    applyInverseScaling(affine.s, out);
    scale(out, out);
    scale(affine.z, work);
    double first = out[begin];
    double workFirst = work[begin];
    out[begin] = first * workFirst + tailProduct(out, work) - sigmaMu;
    for (int i = begin + 1; i < end; i++) {
      out[i] = first * work[i] + workFirst * out[i];
    }
    divideByLambda(out);
    scale(out, out);
    for (int i = begin; i < end; i++) {
      out[i] += point.s[i];
    }
  }

  /** y ← λ \ y. */
  private void divideByLambda(double[] y) {
    double lambdaFirst = lambda[begin];
    double first = (lambdaFirst * y[begin] - tailProduct(lambda, y)) / determinant(lambda);
    y[begin] = first;
    for (int i = begin + 1; i < end; i++) {
      y[i] = (y[i] - first * lambda[i]) / lambdaFirst;
    }
  }

  /**
   * The largest step ≤ most that leaves x + αd in the cone, x being inside: a root of aα² + 2bα +
   * c.
   */
  double step(double[] x, double[] d, double most) {
    double c = determinant(x);
    double b = x[begin] * d[begin] - tailProduct(x, d);
    double a = d[begin] * d[begin] - tailProduct(d, d);
    if (a >= 0 && b >= 0) {
      return most;
    }
    // Never negative but by rounding, x being inside.
    double discriminant = Math.max(0, b * b - a * c);
    double t = -(b + Math.copySign(Math.sqrt(discriminant), b));
    double alpha = most;
    // The roots are c/t and t/a.
    if (t * c > 0) {
      alpha = Math.min(alpha, c / t);
    }
    if (t * a > 0) {
      alpha = Math.min(alpha, t / a);
    }
    return alpha;
  }

  double margin(double[] x) {
    return x[begin] - tailNorm(x);
  }
}
