package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.check.Verifier;
import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A true result whose one number is changed, each number of the file in turn, is refused. */
class ResultClaimsTest {
  private static final Scenario DAY = BuiltInDays.read("case18-small");

  /** What sentences call fields that they do not call by their names. */
  private static final Map<String, String> WORDS =
      Map.of(
          "energyKwh", "energy",
          "shortfallKwh", "shortfall",
          "activeKw", "active power",
          "reactiveKvar", "reactive power",
          "substationVoltagePu", "AC power flow gives");

  /** Times and the steps of the method follow from nothing else in the file. */
  private static final List<String> FREE = List.of("seconds", "trace");

  private static JsonNode truth = new JsonMapper().createObjectNode();

  @BeforeAll
  static void solve() {
    Result result =
        Objects.requireNonNull(Methods.named("certified"))
            .coordinate(DAY, Settings.defaults().withTimeLimitSeconds(120), Watcher.NONE);
    String text = ResultWriter.text(DAY, result);
    SchemaTest.assertValidResult(text);
    truth = new JsonMapper().readTree(text);
  }

  private static List<String> refusal(String json) {
    try {
      ReportedResult reported = ResultReader.read("result.json", json, DAY);
      return Verifier.verify(
              DAY, Objects.requireNonNull(reported.result().dispatch()), reported.claims())
          .violations();
    } catch (InputException wrong) {
      return List.of(wrong.sentence());
    }
  }

  @Test
  void theTruthIsNotRefused() {
    assertThat(refusal(truth.toString())).isEmpty();
  }

  @Test
  void everyNumberCounts() {
    List<String> unnoticed = new ArrayList<>();
    int changed = 0;
    JsonNode copy = truth.deepCopy();
    for (Number number : numbers(copy, "", "")) {
      for (double value : new double[] {number.value + 0.5, number.value * 0.9 - 0.2}) {
        number.set(number.isWhole ? number.value + (value > number.value ? 1 : -1) : value);
        List<String> sentences = refusal(copy.toString());
        changed++;
        if (sentences.stream().noneMatch(sentence -> sentence.contains(number.word()))) {
          unnoticed.add(number.path + " = " + value + ": " + sentences);
        }
      }
      number.set(number.value);
    }
    assertThat(changed).isGreaterThan(500);
    assertThat(unnoticed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"status\":\"optimal\" | \"status\":\"infeasible\" | status: claims infeasible, but there is a schedule",
        "\"status\":\"optimal\" | \"status\":\"failed\" | status: claims failed, but there is a schedule",
        "\"acFeasible\":true | \"acFeasible\":false | verification.acFeasible: claims false, this check finds true",
        "\"violations\":[] | \"violations\":[\"low\"] | verification.violations: claims 1, this check finds 0",
        "\"energyKwh\":[null | \"energyKwh\":[7 | energyKwh[0] (7) must be null while absent",
      })
  void wordsCountToo(String said, String lie, String sentence) {
    assertThat(truth.toString()).contains(said);
    int at = truth.toString().indexOf(said);
    String json = truth.toString();
    String changed = json.substring(0, at) + lie + json.substring(at + said.length());
    assertThat(refusal(changed)).anyMatch(each -> each.contains(sentence));
  }

  @Test
  void optimalWithoutABoundIsRefused() {
    ObjectNode copy = (ObjectNode) truth.deepCopy();
    copy.putNull("bound").putNull("relativeGap").putNull("vehicleCostGap");
    assertThat(refusal(copy.toString()))
        .containsExactly("status: claims optimal, but there is no bound");
  }

  /** A number of the file, and how to change it. */
  private static final class Number {
    final String path;
    private final String field;
    private final JsonNode parent;
    private final int index;
    final boolean isWhole;
    final double value;

    Number(String path, String field, JsonNode parent, int index, JsonNode value) {
      this.path = path;
      this.field = field;
      this.parent = parent;
      this.index = index;
      this.isWhole = value.isInt();
      this.value = value.doubleValue();
    }

    void set(double newValue) {
      JsonNode node =
          isWhole
              ? new JsonMapper().valueToTree((int) newValue)
              : new JsonMapper().valueToTree(newValue);
      if (parent instanceof ArrayNode list) {
        list.set(index, node);
      } else {
        ((ObjectNode) parent).set(field, node);
      }
    }

    /** A power of a session is no claim of its own: something else of the file contradicts it. */
    String word() {
      if (field.equals("chargeKw") || field.equals("dischargeKw")) {
        return "";
      }
      return path.contains("/stationKw/") ? "stationKw" : WORDS.getOrDefault(field, field);
    }
  }

  private static List<Number> numbers(JsonNode node, String path, String field) {
    List<Number> numbers = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      for (var entry : object.properties()) {
        if (!FREE.contains(entry.getKey())) {
          add(numbers, node, 0, entry.getValue(), path + "/" + entry.getKey(), entry.getKey());
        }
      }
    } else {
      for (int i = 0; i < node.size(); i++) {
        add(numbers, node, i, node.get(i), path + "/" + i, field);
      }
    }
    return numbers;
  }

  private static void add(
      List<Number> numbers, JsonNode parent, int index, JsonNode value, String path, String field) {
    if (value.isNumber()) {
      numbers.add(new Number(path, field, parent, index, value));
    } else if (value.isContainer()) {
      numbers.addAll(numbers(value, path, field));
    }
  }
}
