package io.evenflow.method;

import io.evenflow.fleet.Session;
import io.evenflow.formulation.AcProgram;
import io.evenflow.formulation.DayProgram;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.RotatedCone;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.ScipSettings;
import io.evenflow.solver.ScipSolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A day under scenarios as one program for SCIP, on the AC grid itself: that of each scenario by
 * itself at its weight, and rows that say that those who are here do the same in all. Each of them
 * is alone at its station, so that its power is the station's.
 */
final class AcExtensiveForm {
  private AcExtensiveForm() {}

  static MixedIntegerResult solve(
      Scenario here, List<List<Session>> newcomers, double gap, double seconds) {
    MixedIntegerProgram.Builder all = new MixedIntegerProgram.Builder();
    List<DayProgram> days = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    int variables = 0;
    for (List<Session> others : newcomers) {
      List<Session> sessions = new ArrayList<>(here.sessions());
      sessions.addAll(others);
      DayProgram day = new DayProgram(here.withSessions(sessions));
      MixedIntegerProgram program = AcProgram.of(day);
      append(program, all, variables, 1.0 / newcomers.size());
      days.add(day);
      offsets.add(variables);
      variables += program.variables();
    }
    for (int s = 1; s < days.size(); s++) {
      for (Session session : here.sessions()) {
        int place = here.places().ofStation(here.stationIndex(session.station()));
        for (int t = 0; t < here.periods(); t++) {
          all.equality(
              new AffineBuilder()
                  .add(1, offsets.get(0) + days.get(0).placeKw(place, t))
                  .add(-1, offsets.get(s) + days.get(s).placeKw(place, t))
                  .build(),
              0);
        }
      }
    }
    return new ScipSolver(ScipSettings.forEqualities())
        .solve(
            all.build(),
            MixedIntegerOptions.defaults().withRelativeGap(gap).withTimeLimitSeconds(seconds));
  }

  private static void append(
      MixedIntegerProgram one, MixedIntegerProgram.Builder all, int offset, double weight) {
    all.addConstant(weight * one.constant());
    for (int j = 0; j < one.variables(); j++) {
      int variable = all.variable(one.lower()[j], one.upper()[j], weight * one.cost()[j]);
      all.setInteger(variable, one.integer()[j]);
      all.addQuadraticCost(variable, weight * one.quadraticCost()[j]);
    }
    for (int i = 0; i < one.rows(); i++) {
      int from = one.rowStart()[i];
      int to = one.rowStart()[i + 1];
      Affine row =
          new Affine(
              Arrays.copyOfRange(one.rowVariable(), from, to),
              Arrays.copyOfRange(one.rowValue(), from, to),
              0);
      all.row(one.rowLower()[i], shifted(row, offset), one.rowUpper()[i]);
    }
    for (RotatedCone cone : one.cones()) {
      Affine left = shifted(cone.left(), offset);
      Affine right = cone.isNorm() ? left : shifted(cone.right(), offset);
      Affine[] squares =
          Arrays.stream(cone.squares()).map(each -> shifted(each, offset)).toArray(Affine[]::new);
      all.cone(new RotatedCone(squares, left, right, cone.isEquality()));
    }
  }

  private static Affine shifted(Affine affine, int offset) {
    return new Affine(
        Arrays.stream(affine.variables()).map(j -> j + offset).toArray(),
        affine.coefficients(),
        affine.constant());
  }
}
