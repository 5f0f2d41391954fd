package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.evenflow.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files that are read are valid by the schemas, too; files that are not valid are not read. */
class SchemaTest {
  private static final Schema SCENARIO = schema(JsonSchema.scenario());

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  private static final Schema RESULT = schema(JsonSchema.result());

  static void assertValidResult(String json) {
    assertThat(RESULT.validate(json, InputFormat.JSON)).isEmpty();
  }

  private static List<Error> errors(String json) {
    return SCENARIO.validate(json, InputFormat.JSON);
  }

  @Test
  void everyBuiltInDayAndEveryExampleIsValid() {
    for (String name : BuiltInDays.names()) {
      assertThat(errors(BuiltInDays.text(name))).as(name).isEmpty();
      assertThat(errors(ScenarioWriter.text(BuiltInDays.read(name)))).as(name).isEmpty();
    }
    assertThat(errors(Scenarios.VALID)).isEmpty();
    assertThat(errors(FormatPages.example())).isEmpty();
    assertThat(errors(FormatPages.depot())).isEmpty();
  }

  @Test
  void everyRandomDayIsValid() {
    for (long seed = 1; seed <= 100; seed++) {
      Scenario day = RandomDays.day(seed);
      assertThat(errors(ScenarioWriter.text(day))).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"plugs\": 2 | \"plug\": 2",
        "\"plugs\": 2 | \"plugs\": 2.5",
        "\"plugs\": 2 | \"plugs\": -1",
        "\"name\": \"depot-hour\", | ``",
        "\"free\" | \"fre\"",
        "[4, 6, 9, 9] | [4, 6, 9, -1]",
        "\"availableKw\": 40 | \"availableKw\": \"40\"",
        "\"ratingKva\": 10 | \"ratingKva\": 0",
        "[1, 4.2] | [1]",
        "\"chargingNow\": true | \"chargingNow\": null",
        "evenflow-scenario/2 | evenflow-scenario/3",
      })
  void whatIsNotValidIsNotReadEither(String piece, String replacement) {
    assertThat(FormatPages.depot()).contains(piece);
    String broken = FormatPages.depot().replace(piece, replacement);
    assertThat(errors(broken)).isNotEmpty();
    assertThat(catchThrowable(() -> FormatPages.read(broken))).isInstanceOf(InputException.class);
  }

  /** The ranges in the descriptions are those of the domain, which refuses the rest itself. */
  @Test
  void everyRangeOfADescriptionIsThatOfTheReader() {
    int tried = 0;
    for (String example : List.of(FormatPages.example(), FormatPages.depot())) {
      for (String place : JsonPlaces.of(example, JsonNode::isNumber)) {
        for (double number : new double[] {-1e-3, 0, 1.001, 1440.5, 35136.5, -1.001}) {
          String changed = JsonPlaces.with(example, place, number);
          if (!errors(changed).isEmpty()) {
            tried++;
            assertThat(catchThrowable(() -> FormatPages.read(changed)))
                .as("%s = %s", place, number)
                .isInstanceOf(InputException.class);
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(200);
  }

  @Test
  void everyRequiredFieldIsMissed() {
    for (String example : List.of(FormatPages.example(), FormatPages.depot())) {
      for (String place : JsonPlaces.of(example, JsonNode::isObject)) {
        for (String field : JsonPlaces.parse(example).at(place).propertyNames()) {
          JsonNode root = JsonPlaces.parse(example);
          ((ObjectNode) root.at(place)).remove(field);
          if (!errors(root.toString()).isEmpty()) {
            assertThat(catchThrowable(() -> FormatPages.read(root.toString())))
                .as("%s/%s", place, field)
                .isInstanceOf(InputException.class);
          }
        }
      }
    }
  }
}
