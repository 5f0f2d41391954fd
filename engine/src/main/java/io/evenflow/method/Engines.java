package io.evenflow.method;

import io.evenflow.mip.MixedIntegerSolver;
import io.evenflow.solver.OuterApproximation;
import io.evenflow.solver.ScipSettings;
import io.evenflow.solver.ScipSolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Engines by name; the first is the default of the two-stage method. */
public final class Engines {
  /** Takes the day apart; knows the paper's two stages only. */
  static final String CUTS = "cuts";

  /** SCIP on the AC grid itself; of direct only. */
  static final String SCIP_AC = "scip-ac";

  private static final Map<String, Supplier<MixedIntegerSolver>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("outer-approximation", OuterApproximation::new);
    BY_NAME.put("scip", ScipSolver::new);
    BY_NAME.put("scip-as-it-comes", () -> new ScipSolver(ScipSettings.asItComes()));
  }

  private Engines() {}

  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of(CUTS));
    names.addAll(BY_NAME.keySet());
    names.add(SCIP_AC);
    return List.copyOf(names);
  }

  /**
   * Whether what an engine solves is the AC problem, with the equality (4); all others solve its
   * conic relaxation, with the cone (5).
   */
  public static boolean solvesAc(@Nullable String engine) {
    return SCIP_AC.equals(engine);
  }

  /** Whether a method can work with an engine; null is its own. */
  public static boolean serves(@Nullable String engine, String method) {
    if (SCIP_AC.equals(engine)) {
      return method.equals("direct");
    }
    return !(CUTS.equals(engine) && method.equals("direct"));
  }

  /** The engine of a name that solves whole relaxed programs, SCIP where name is null. */
  static MixedIntegerSolver named(@Nullable String name) {
    Supplier<MixedIntegerSolver> maker = BY_NAME.get(name == null ? "scip" : name);
    if (maker == null) {
      throw new IllegalArgumentException(
          "engine '" + name + "' solves no whole program; maybe one of " + BY_NAME.keySet());
    }
    return maker.get();
  }
}
