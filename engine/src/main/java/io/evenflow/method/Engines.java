package io.evenflow.method;

import io.evenflow.mip.MixedIntegerSolver;
import io.evenflow.solver.OuterApproximation;
import io.evenflow.solver.ScipSolver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Mixed-integer engines by name; the first is the default. */
public final class Engines {
  private static final Map<String, Supplier<MixedIntegerSolver>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("outer-approximation", OuterApproximation::new);
    BY_NAME.put("scip", ScipSolver::new);
  }

  private Engines() {}

  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** The engine of a name, the default where name is null. */
  static MixedIntegerSolver named(@Nullable String name) {
    Supplier<MixedIntegerSolver> maker = BY_NAME.get(name == null ? names().get(0) : name);
    if (maker == null) {
      throw new IllegalArgumentException(
          "engine '" + name + "' does not exist; there are " + names());
    }
    return maker.get();
  }
}
