package io.evenflow;

import io.evenflow.io.BuiltInDays;
import io.evenflow.method.Method;
import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Objects;

/** The README's lines of Java. */
final class LibraryExample {
  private LibraryExample() {}

  static void run(PrintStream out) {
    // README
    Scenario day = BuiltInDays.read("case18-small");
    Method method = Objects.requireNonNull(Methods.named("certified"));
    Settings settings = Settings.defaults().withTimeLimitSeconds(60);
    Result result = method.coordinate(day, settings, Watcher.NONE);
    out.println(result.status().word() + ": " + result.objective() + " " + day.currency());
    Dispatch dispatch = Objects.requireNonNull(result.dispatch());
    for (int s = 0; s < day.sessions().size(); s++) {
      String kw = Arrays.toString(dispatch.chargeKw()[s]);
      out.println(day.sessions().get(s).id() + " charges " + kw + " kW");
    }
    // end
  }
}
