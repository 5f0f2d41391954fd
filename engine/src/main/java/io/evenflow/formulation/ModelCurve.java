package io.evenflow.formulation;

import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.Storage;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The charging curve φ: charge ≤ φ(E) at the energies that a step begins and ends with. Of a
 * concave curve each piece's line is a row. Of another one binaries λ say on which piece the energy
 * is:
 *
 * <pre>
 * Σ λ = 1,  E = Σ e,  from·λ ≤ e ≤ to·λ,  charge ≤ Σ (φ(from) − slope·from)·λ + slope·e
 * </pre>
 */
final class ModelCurve {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final StorageModel model;
  private final MixedIntegerProgram.Builder program;
  private final List<Piece> pieces;

  /** Variables λ and e of the energy after each step, by piece; none where lines suffice. */
  private final int[][] on;

  private final int[][] energy;

  /** φ from an energy to another. Unit: kWh, kW, kW/kWh. */
  private record Piece(double from, double to, double fromKw, double slope) {
    double atZeroKw() {
      return fromKw - slope * from;
    }
  }

  /**
   * @param first first step whose power is not given
   */
  ModelCurve(StorageModel model, MixedIntegerProgram.Builder program, int first) {
    this.model = model;
    this.program = program;
    ChargingCurve curve = model.storage.details().chargingCurve();
    int n = model.steps();
    on = new int[n][0];
    energy = new int[n][0];
    pieces = curve == null ? List.of() : pieces(curve, model.storage.capacityKwh());
    if (curve != null) {
      for (int k = first; k < n; k++) {
        if (!curve.isConcave()) {
          addChoice(k - 1);
        }
      }
      if (!curve.isConcave()) {
        addChoice(n - 1);
      }
      for (int k = first; k < n; k++) {
        addLimit(k, k - 1);
        addLimit(k, k);
      }
    }
  }

  private static List<Piece> pieces(ChargingCurve curve, double capacity) {
    List<Double> ends = new ArrayList<>(List.of(0.0));
    curve.points().forEach(point -> ends.add(point.stateOfCharge() * capacity));
    ends.add(capacity);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 1; i < ends.size(); i++) {
      double from = ends.get(i - 1);
      double to = ends.get(i);
      if (from < to) {
        double fromKw = curve.maxKw(from / capacity);
        pieces.add(
            new Piece(from, to, fromKw, (curve.maxKw(to / capacity) - fromKw) / (to - from)));
      }
    }
    return pieces;
  }

  /** On which piece the energy after the k-th step is; nothing to choose before the first. */
  private void addChoice(int k) {
    if (k < 0) {
      return;
    }
    on[k] = new int[pieces.size()];
    energy[k] = new int[pieces.size()];
    AffineBuilder one = new AffineBuilder();
    AffineBuilder whole = new AffineBuilder().add(-1, model.energyKwh[k]);
    for (int i = 0; i < on[k].length; i++) {
      Piece piece = pieces.get(i);
      on[k][i] = program.binary(0);
      energy[k][i] = program.variable(0, piece.to(), 0);
      one.add(1, on[k][i]);
      whole.add(1, energy[k][i]);
      program.row(
          0,
          new AffineBuilder().add(1, energy[k][i]).add(-piece.from(), on[k][i]).build(),
          INFINITY);
      program.row(
          -INFINITY,
          new AffineBuilder().add(1, energy[k][i]).add(-piece.to(), on[k][i]).build(),
          0);
    }
    program.equality(one.build(), 1);
    program.equality(whole.build(), 0);
  }

  /** charge of a step ≤ φ(energy after another). */
  private void addLimit(int step, int after) {
    if (after >= 0 && on[after].length > 0) {
      AffineBuilder spare = new AffineBuilder().add(-1, model.chargeKw[step]);
      for (int i = 0; i < on[after].length; i++) {
        spare.add(pieces.get(i).atZeroKw(), on[after][i]);
        spare.add(pieces.get(i).slope(), energy[after][i]);
      }
      program.row(0, spare.build(), INFINITY);
    } else if (after < 0) {
      Storage storage = model.storage;
      ChargingCurve curve = Objects.requireNonNull(storage.details().chargingCurve());
      double most = curve.maxKw(storage.startKwh() / storage.capacityKwh());
      program.row(-INFINITY, Affine.of(model.chargeKw[step]), most);
    } else {
      for (Piece piece : pieces) {
        AffineBuilder spare = new AffineBuilder().add(-1, model.chargeKw[step]);
        spare.add(piece.slope(), model.energyKwh[after]).add(piece.atZeroKw());
        program.row(0, spare.build(), INFINITY);
      }
    }
  }

  /** Follows the energies at x. */
  void setPoint(double[] x) {
    for (int k = 0; k < on.length; k++) {
      double kwh = on[k].length == 0 ? 0 : x[model.energyKwh[k]];
      int here = 0;
      for (int i = 0; i < on[k].length; i++) {
        here = kwh >= pieces.get(i).from() ? i : here;
        x[on[k][i]] = 0;
        x[energy[k][i]] = 0;
      }
      if (on[k].length > 0) {
        x[on[k][here]] = 1;
        x[energy[k][here]] = kwh;
      }
    }
  }
}
