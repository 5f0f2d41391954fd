package io.evenflow.openadr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events as series of the four hours from 10:00 on. */
class OpenAdrTest {
  private static final Horizon HOURS =
      new Horizon(OffsetDateTime.parse("2024-04-09T10:00:00+02:00"), 4, 60);

  private static List<Signal> read(String json) {
    return EventReader.read("event", json, Instant.parse("2024-04-09T08:30:00Z"));
  }

  private static Series series(String json, SignalType type, @Nullable Double otherwise) {
    return new SignalSeries(HOURS, read(json)).of(type, otherwise);
  }

  /** 0.20 EUR/kWh until 10:30, then 0.10, 0.30 and 0.05 for an hour and a half each. */
  @Test
  void pricesAreAveragesOfTheirPeriods() {
    String event =
        """
        {"programID": "dynamic", "payloadDescriptors": [
           {"payloadType": "PRICE", "units": "KWH", "currency": "EUR"}],
         "intervalPeriod": {"start": "2024-04-09T07:00:00Z", "duration": "PT1H30M"},
         "intervals": [
           {"id": 0, "payloads": [{"type": "PRICE", "values": [0.20]}]},
           {"id": 1, "payloads": [{"type": "PRICE", "values": [0.10]},
                                  {"type": "SIMPLE", "values": [2]}]},
           {"id": 2, "payloads": [{"type": "PRICE", "values": [0.30]}]},
           {"id": 3, "payloads": [{"type": "PRICE", "values": [0.05]}]}]}
        """;
    assertThat(new SignalSeries(HOURS, read(event)).of(SignalType.PRICE, null).toArray())
        .containsExactly(new double[] {150, 100, 300, 175}, within(1e-9));
  }

  /**
   * A limit for good, and a tighter one of an hour in the middle of two periods.
   *
   * <pre>
   *   10:00     11:00     12:00     13:00
   *   500       500  ┌─────────┐    500
   *                  │   200   │
   * </pre>
   */
  @Test
  void theTightestLimitOfAPeriodCounts() {
    String events =
        """
        [{"intervalPeriod": {"start": "0001-01-01T00:00:00Z", "duration": "P9999Y"},
          "intervals": [{"payloads": [{"type": "IMPORT_CAPACITY_LIMIT", "values": [500]}]}]},
         {"payloadDescriptors": [{"payloadType": "IMPORT_CAPACITY_LIMIT", "units": "W"}],
          "intervals": [{"intervalPeriod": {"start": "2024-04-09T11:30:00+02:00",
                                            "duration": "PT1H"},
                         "payloads": [{"type": "IMPORT_CAPACITY_LIMIT", "values": [200000]}]}]}]
        """;
    // The first event begins now, at 10:30: until then nothing limits.
    assertThat(series(events, SignalType.IMPORT_CAPACITY_LIMIT, 1000.0))
        .isEqualTo(Series.of(500, 200, 200, 500));
    assertThat(new SignalSeries(HOURS, read(events)).has(SignalType.EXPORT_CAPACITY_LIMIT))
        .isFalse();
  }

  @Test
  void theHighestPriorityCounts() {
    String events =
        """
        [{"priority": 0, "intervalPeriod": {"start": "2024-04-09T09:00:00Z", "duration": "PT1H"},
          "intervals": [{"payloads": [{"type": "GHG", "values": [50]}]}]},
         {"priority": 3, "intervalPeriod": {"start": "2024-04-09T00:00:00Z", "duration": "P1D"},
          "intervals": [{"payloads": [{"type": "GHG", "values": [400]}]}]}]
        """;
    assertThat(series(events, SignalType.GHG, 0.0)).isEqualTo(Series.of(400, 50, 400, 400));
  }

  @Test
  void aPriceThatIsMissingIsSaidWithItsTime() {
    String event =
        """
        {"intervalPeriod": {"start": "2024-04-09T08:00:00Z", "duration": "PT90M"},
         "intervals": [{"payloads": [{"type": "PRICE", "values": [0.1]}]}]}
        """;
    assertThatThrownBy(() -> new SignalSeries(HOURS, read(event)).of(SignalType.PRICE, null))
        .hasMessage(
            "no event says PRICE at 2024-04-09T11:30:00+02:00\n"
                + "Maybe an event is missing, or the horizon is longer than what was sent.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PT1H | an hour | intervalPeriod.duration ('an hour') must be one such as PT1H",
        "08:00:00Z | 08:00 | intervalPeriod.start ('2024-04-09T08:00') must be a time such as",
        "[0.1] | [0.1, 0.2] | intervals[0].payloads[0].values of PRICE must have one number, not 2",
        "KWH | THERM | intervals[0].payloads[0].units ('THERM') of PRICE must be one of KWH, MWH",
        "[0.1] | [\"0.1\"] | intervals[0].payloads[0].values[0] must be a number, not the text",
        "\"intervals\" | \"interval\" | intervals is missing",
      })
  void whatIsWrongIsASentence(String piece, String replacement, String sentence) {
    String event =
        """
        {"payloadDescriptors": [{"payloadType": "PRICE", "units": "KWH"}],
         "intervalPeriod": {"start": "2024-04-09T08:00:00Z", "duration": "PT1H"},
         "intervals": [{"payloads": [{"type": "PRICE", "values": [0.1]}]}]}
        """;
    assertThatThrownBy(() -> read(event.replace(piece, replacement)))
        .hasMessageContaining("event: " + sentence)
        .hasMessageContaining("\nMaybe ");
  }
}
