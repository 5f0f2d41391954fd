package io.evenflow.report;

import io.evenflow.check.TargetCheck;
import io.evenflow.check.UnreachableTarget;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.method.Settings;
import io.evenflow.report.Tiles.Mood;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a run that ended without a schedule: why, what was asked, how it was tried. */
public final class NoScheduleReport {
  private static final int TARGETS = 20;

  private NoScheduleReport() {}

  /**
   * The page.
   *
   * @param settings what was asked of the method, null where that is not known
   * @param why a sentence
   * @param maybe what to try, beginning with "Maybe"
   */
  public static String html(
      Scenario scenario,
      Result result,
      @Nullable Settings settings,
      String why,
      String maybe,
      Origin origin) {
    List<String> targets =
        TargetCheck.unreachable(scenario).stream().map(UnreachableTarget::sentence).toList();
    return new Page("no-schedule", scenario.name())
        .withText("subtitle", SolveReport.subtitle(scenario))
        .with("keyFigures", tiles(scenario, result))
        .withText("why", why + ".")
        .withText("maybe", maybe)
        .with("notes", notes(result, why))
        .with("targets", targets(targets))
        .with("made", Html.facts(SolveFacts.of(scenario, result, settings, origin).rows()))
        .html();
  }

  /** What an error has said already is not said twice. */
  private static String notes(Result result, String why) {
    List<String> notes = result.notes().stream().filter(note -> !note.equals(why)).toList();
    return Html.list("notes", notes);
  }

  private static String tiles(Scenario scenario, Result result) {
    Tiles tiles = new Tiles().add("Status", result.status().word(), "no schedule", Mood.BAD);
    Double bound = result.bound();
    if (bound != null && Double.isFinite(bound) && result.status() != Status.INFEASIBLE) {
      String money = Figures.money(bound) + " " + scenario.currency();
      tiles.add("Bound", money, "no schedule can cost less");
    }
    double wanted =
        scenario.sessions().stream()
            .mapToDouble(session -> Math.max(0, missingOnArrival(session)))
            .sum();
    wanted += scenario.vehicles().stream().mapToDouble(NoScheduleReport::neededByTour).sum();
    String by = "by " + Fleet.words(scenario);
    tiles.add("Energy asked for", Figures.decimals(wanted, 1) + " kWh", by);
    Double seconds = result.seconds().get("total");
    if (seconds != null) {
      tiles.add("Time", Figures.decimals(seconds, 2) + " s", result.method());
    }
    return tiles.html();
  }

  private static double missingOnArrival(Session session) {
    return session.targetEnergyKwh() - session.arrivalEnergyKwh();
  }

  /** What its trips use and its end wants beyond what it starts with. */
  private static double neededByTour(Vehicle vehicle) {
    double used = vehicle.stays().stream().mapToDouble(Vehicle.Stay::usedKwh).sum();
    return Math.max(0, used + vehicle.endEnergyKwh() - vehicle.startEnergyKwh());
  }

  private static String targets(List<String> sentences) {
    return sentences.isEmpty()
        ? Html.paragraph("none", "None: every stay is long enough for its target at full power.")
        : Html.list("", Html.first(sentences, TARGETS));
  }
}
