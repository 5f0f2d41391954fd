package io.evenflow.method;

import io.evenflow.formulation.DayProgram;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerSolver;
import io.evenflow.mip.MixedIntegerStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stage 2 of the paper, a trust region around the outcome z of stage 1, (22)–(24): with I₀ = {z ≤
 * δ} and I₁ = {z ≥ 1 − δ} the day's program gets the row
 *
 * <pre>
 * Σ_{I₀} z + Σ_{I₁} (1 − z) ≤ r
 * </pre>
 *
 * r = 0 is "round and fix". An infeasible region is enlarged as long as that may help.
 */
final class TrustRegion {
  private final DayProgram day;
  private final Settings settings;
  private final MixedIntegerSolver engine;
  private final Run run;

  TrustRegion(DayProgram day, Settings settings, MixedIntegerSolver engine, Run run) {
    this.day = day;
    this.settings = settings;
    this.engine = engine;
    this.run = run;
  }

  /**
   * The best point found in the smallest region that has one, the last answer where none has.
   *
   * @param stage1 point of stage 1
   * @param relativeGap gap asked of the engine
   */
  MixedIntegerResult solve(double[] stage1, double relativeGap) {
    int decided = 0;
    AffineBuilder turned = new AffineBuilder();
    for (int j : day.binaries()) {
      if (stage1[j] <= settings.threshold()) {
        turned.add(1, j);
        decided++;
      } else if (stage1[j] >= 1 - settings.threshold()) {
        turned.add(-1, j).add(1);
        decided++;
      }
    }
    int radius = settings.radius();
    while (true) {
      MixedIntegerProgram.Builder builder = day.program().toBuilder();
      builder.row(Double.NEGATIVE_INFINITY, turned.build(), radius);
      MixedIntegerResult result = engine.solve(builder.build(), options(relativeGap));
      record(radius, decided, result);
      boolean largerMayHelp = result.status() == MixedIntegerStatus.INFEASIBLE && radius < decided;
      if (!largerMayHelp || run.mustStop()) {
        return result;
      }
      radius = Math.min(decided, Math.max(1, 2 * radius));
    }
  }

  private MixedIntegerOptions options(double relativeGap) {
    return MixedIntegerOptions.defaults()
        .withRelativeGap(relativeGap)
        .withTimeLimitSeconds(Math.max(0.01, run.remainingSeconds()))
        .withInterrupted(run::stopRequested);
  }

  private void record(int radius, int decided, MixedIntegerResult result) {
    @Nullable Double objective = result.x() == null ? null : result.objective();
    run.progress(new Progress("stage 2: trust region r = " + radius, 0, objective, null, null));
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("stage", "trust-region");
    step.put("radius", radius);
    step.put("decidedBinaries", decided);
    step.put("freeBinaries", day.binaries().length - decided);
    step.put("engine", result.engine());
    step.put("status", result.status().name().toLowerCase(java.util.Locale.ROOT));
    if (objective != null) {
      step.put("objective", objective);
    }
    step.put("nodes", result.nodes());
    step.put("seconds", result.seconds());
    run.trace(step);
  }
}
