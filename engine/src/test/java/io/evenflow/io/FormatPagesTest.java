package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** docs/scenario.md and docs/result.md are what the readers read. */
class FormatPagesTest {
  /** Near no field, so that the error lists all of them. */
  private static final String UNKNOWN = "q".repeat(40);

  private static Result solved(Scenario scenario) {
    return Objects.requireNonNull(Methods.named("certified"))
        .coordinate(scenario, Settings.defaults(), Watcher.NONE);
  }

  @Test
  void theExampleIsReadAndSolved() {
    Scenario day = FormatPages.read(FormatPages.example());
    Result result = solved(day);
    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(Objects.requireNonNull(result.verification()).acFeasible()).isTrue();
    assertThat(ScenarioReader.read("copy.json", ScenarioWriter.text(day)))
        .usingRecursiveComparison()
        .isEqualTo(day);
  }

  @Test
  void theDepotIsReadAndSolvedToo() {
    Scenario day = FormatPages.read(FormatPages.depot());
    Result result = solved(day);
    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(Objects.requireNonNull(result.verification()).acFeasible()).isTrue();
    assertThat(result.verification().violations()).isEmpty();
    assertThat(ScenarioReader.read("copy.json", ScenarioWriter.text(day)))
        .usingRecursiveComparison()
        .isEqualTo(day);
  }

  @Test
  void everyFieldOfAScenarioIsInAnExampleAndExplained() {
    TreeMap<String, TreeSet<String>> missing = known(FormatPages.example(), FormatPages::read);
    assertThat(missing).containsKeys("", "/sessions", "/stations/chargePowerKw", "/limits");
    known(FormatPages.depot(), FormatPages::read)
        .forEach((place, fields) -> missing.merge(place, fields, FormatPagesTest::union));
    assertThat(missing).containsKeys("/vehicles/stays", "/batteries", "/solar", "/emissions");
    missing
        .values()
        .forEach(
            fields ->
                fields.forEach(field -> FormatPages.assertNames(FormatPages.scenario(), field)));
    for (String example : List.of(FormatPages.example(), FormatPages.depot())) {
      for (String place : JsonPlaces.of(example, JsonNode::isObject)) {
        JsonPlaces.parse(example)
            .at(place)
            .propertyNames()
            .forEach(field -> missing.getOrDefault(generic(place), new TreeSet<>()).remove(field));
      }
    }
    assertThat(missing.remove("/prices")).containsExactly("file");
    assertThat(missing.remove("/feeder")).containsExactly("matpower");
    assertThat(missing.values()).allSatisfy(fields -> assertThat(fields).isEmpty());
  }

  private static TreeSet<String> union(TreeSet<String> one, TreeSet<String> other) {
    TreeSet<String> union = new TreeSet<>(one);
    union.addAll(other);
    return union;
  }

  @Test
  void everyFieldOfAResultIsExplained() {
    Scenario day = FormatPages.read(FormatPages.example());
    String json = ResultWriter.text(day, solved(day));
    TreeMap<String, TreeSet<String>> known =
        known(json, text -> ResultReader.read("result.json", text, day));
    assertThat(known).containsKeys("", "/sessions", "/generators", "/periods", "/verification");
    TreeSet<String> written = new TreeSet<>();
    for (String place : JsonPlaces.of(json, JsonNode::isObject)) {
      // Stages, iterations and stations have names of their own.
      if (!place.matches("/(seconds|trace/.*|periods/\\d+/stationKw)")) {
        written.addAll(JsonPlaces.parse(json).at(place).propertyNames());
      }
    }
    known.remove("/periods/stationKw");
    known.values().forEach(written::addAll);
    assertThat(written).hasSizeGreaterThan(40);
    written.forEach(field -> FormatPages.assertNames(FormatPages.result(), field));
  }

  /** The fields each object may have, by its place; indices of lists are left out. */
  private static TreeMap<String, TreeSet<String>> known(String json, Consumer<String> reader) {
    TreeMap<String, TreeSet<String>> known = new TreeMap<>();
    for (String place : JsonPlaces.of(json, JsonNode::isObject)) {
      String wrong = JsonPlaces.withField(json, place, UNKNOWN);
      if (catchThrowable(() -> reader.accept(wrong)) instanceof InputException problem) {
        Matcher fields =
            Pattern.compile("Maybe one of these is meant: (.*)\\.").matcher(problem.maybe());
        if (problem.sentence().endsWith(UNKNOWN + " is not a field") && fields.matches()) {
          known
              .computeIfAbsent(generic(place), key -> new TreeSet<>())
              .addAll(List.of(fields.group(1).split(", ")));
        }
      }
    }
    return known;
  }

  private static String generic(String place) {
    return place.replaceAll("/\\d+", "");
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void everyStatusIsExplained(Status status) {
    FormatPages.assertNames(FormatPages.result(), status.word());
  }

  @Test
  void everyBoundOfAFieldIsThere() {
    Arrays.stream(Quantity.values())
        .filter(quantity -> !quantity.endings().isEmpty() && quantity != Quantity.EFFICIENCY)
        .forEach(
            quantity -> {
              String endings = "`" + String.join("`, `", quantity.endings()) + "`";
              String unit = quantity.unit().startsWith("per") ? "" : quantity.unit();
              assertThat(FormatPages.scenario())
                  .contains("| " + endings + " | " + (quantity.size() + " " + unit).strip() + " |");
            });
  }
}
