package io.evenflow.cli;

import io.evenflow.check.TrueImport;
import io.evenflow.check.Verifier;
import io.evenflow.method.Method;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends with a given status; with a schedule, no vehicle moves and the substation supplies what AC
 * power flow asks for.
 */
record FakeMethod(String name, Status status) implements Method {

  /** Every name is a method that ends feasible. */
  static MethodNames anyName() {
    return ending(Status.FEASIBLE);
  }

  /** Every name is a method that ends so. */
  static MethodNames ending(Status status) {
    return names(List.of("certified", "uncontrolled"), status);
  }

  /** The default method ends with an error. */
  static MethodNames breaking(String message) {
    return new MethodNames() {
      @Override
      public List<String> names() {
        return List.of("certified");
      }

      @Override
      public Method named(String name) {
        return new Method() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public Result coordinate(Scenario scenario, Settings settings, Watcher watcher) {
            throw new IllegalStateException(message);
          }
        };
      }
    };
  }

  static MethodNames only(String name) {
    return names(List.of(name), Status.FEASIBLE);
  }

  private static MethodNames names(List<String> names, Status status) {
    return new MethodNames() {
      @Override
      public List<String> names() {
        return names;
      }

      @Override
      public @Nullable Method named(String name) {
        return names.contains(name) ? new FakeMethod(name, status) : null;
      }
    };
  }

  @Override
  public Result coordinate(Scenario scenario, Settings settings, Watcher watcher) {
    Dispatch dispatch = status.hasSchedule() ? idle(scenario) : null;
    Verification verification = dispatch == null ? null : Verifier.verify(scenario, dispatch);
    return new Result(
        scenario.name(),
        name,
        SolvedProblem.AC,
        status,
        dispatch,
        false,
        verification == null ? null : verification.cost(),
        null,
        null,
        0,
        Map.of("total", 0.5),
        List.of(),
        List.of(),
        verification);
  }

  private static Dispatch idle(Scenario scenario) {
    int sessions = scenario.sessions().size();
    int periods = scenario.periods();
    int generators = scenario.feeder().generators().size();
    double[] voltage = new double[periods];
    Arrays.fill(voltage, scenario.feeder().substation().voltageMagnitudePu());
    Dispatch guess =
        new Dispatch(
            new double[sessions][periods],
            new double[sessions][periods],
            new double[generators][periods],
            new double[generators][periods],
            voltage);
    TrueImport.setIn(scenario, guess);
    return guess;
  }
}
