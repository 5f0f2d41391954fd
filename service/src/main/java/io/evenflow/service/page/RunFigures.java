package io.evenflow.service.page;

import io.evenflow.report.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few figures of two results that a person holds against each other first. */
public final class RunFigures {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Share in a result, as the page says it. */
  private static final String PERCENT = "%";

  private static final List<Asked> ASKED =
      List.of(
          new Asked("Cost", "/objective", null),
          new Asked("Bound", "/bound", null),
          new Asked("Gap", "/relativeGap", PERCENT),
          new Asked("Vehicles", "/vehicleCost", null),
          new Asked("Generation", "/cost/generation", null),
          new Asked("Charging", "/cost/charging", null),
          new Asked("Shortfall", "/cost/shortfall", null),
          new Asked("Time", "/seconds/total", "s"));

  private RunFigures() {}

  /**
   * A figure of a result.
   *
   * @param unit null for the scenario's currency
   */
  private record Asked(String name, String path, @Nullable String unit) {}

  /** The same figure of two runs. */
  public record Pair(String name, String unit, String a, String b, String difference) {}

  /** Those of two results, with a minus where the second costs or takes less. */
  static List<Pair> pairs(String scenario, String resultA, String resultB) {
    JsonNode a = MAPPER.readTree(resultA);
    JsonNode b = MAPPER.readTree(resultB);
    String currency = currency(scenario);
    return ASKED.stream()
        .map(asked -> pair(asked, unit(asked, currency), number(a, asked), number(b, asked)))
        .toList();
  }

  private static Pair pair(Asked asked, String unit, @Nullable Double a, @Nullable Double b) {
    String difference = a == null || b == null ? "–" : text(b - a, asked);
    boolean isMore = a != null && b != null && b > a && !difference.matches("[0.,]*");
    return new Pair(
        asked.name(),
        unit,
        a == null ? "–" : text(a, asked),
        b == null ? "–" : text(b, asked),
        (isMore ? "+" : "") + difference.replace('-', '−'));
  }

  private static String currency(String scenario) {
    return MAPPER.readTree(scenario).path("currency").asString("");
  }

  private static @Nullable Double number(JsonNode told, Asked asked) {
    JsonNode node = told.at(asked.path());
    return node.isNumber() ? Double.valueOf(node.asDouble()) : null;
  }

  private static String unit(Asked asked, String currency) {
    return asked.unit() == null ? currency : asked.unit();
  }

  private static String text(double value, Asked asked) {
    if (PERCENT.equals(asked.unit())) {
      return Figures.percent(value).replace(" %", "").replace("less than ", "< ");
    }
    return Figures.money(value);
  }
}
