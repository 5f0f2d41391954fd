package io.evenflow.openadr;

import io.evenflow.io.InputException;
import io.evenflow.io.JsonObject;
import io.evenflow.io.JsonSource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of OpenADR 3: one, or a list of them as a VTN hands them out. Intervals without a
 * period of their own follow each other from the event's start, each of its duration; without a
 * duration a value holds for ever. Payloads that mean nothing to a plan are left out; that starts
 * may be randomised, too.
 */
public final class EventReader {
  /** OpenADR's word for no end: a duration of 9,999 years. */
  private static final String FOR_EVER = "P9999Y";

  private final Instant now;
  private final List<Signal> signals = new ArrayList<>();
  private final SortedSet<String> others = new TreeSet<>();

  private EventReader(Instant now) {
    this.now = now;
  }

  /**
   * What events say.
   *
   * @param signals what means something to a plan
   * @param others types of payloads that do not
   */
  public record Said(List<Signal> signals, List<String> others) {
    public Said {
      signals = List.copyOf(signals);
      others = List.copyOf(others);
    }
  }

  /** The signals of a text; other payloads are left out, as {@link #said} names them. */
  public static List<Signal> read(String file, String json, Instant now) {
    return said(file, json, now).signals();
  }

  /**
   * Reads a text.
   *
   * @param file how errors name it
   * @param now when events begin that begin now: those whose start is the year 0 or 1
   * @throws InputException where it is no event, naming the field
   */
  public static Said said(String file, String json, Instant now) {
    boolean isList = json.stripLeading().startsWith("[");
    JsonObject root = JsonSource.parse(file, isList ? "{\"events\":" + json + "}" : json);
    EventReader reader = new EventReader(now);
    (isList ? root.objects("events") : List.of(root)).forEach(reader::event);
    return new Said(reader.signals, List.copyOf(reader.others));
  }

  private void event(JsonObject event) {
    Map<String, String> units = new HashMap<>();
    for (JsonObject each : event.objectsOrNone("payloadDescriptors")) {
      units.put(each.text("payloadType"), each.textOr("", "units"));
    }
    Integer said = event.wholeNumberOrNull("priority");
    int priority = said == null ? Integer.MAX_VALUE : said;
    JsonObject all = period(event);
    Instant next = all == null ? null : start(all);
    for (JsonObject interval : event.objects("intervals")) {
      JsonObject own = period(interval);
      Instant start = own == null || !own.has("start") ? next : start(own);
      if (start == null) {
        throw interval.error(
            "intervalPeriod is missing, and the event has none", "Maybe its start was left out.");
      }
      Instant end = end(start, own != null && own.has("duration") ? own : all);
      for (JsonObject payload : interval.objects("payloads")) {
        payload(payload, start, end, priority, units);
      }
      next = end;
    }
  }

  private static @Nullable JsonObject period(JsonObject object) {
    boolean isThere = object.has("intervalPeriod") && !object.isNull("intervalPeriod");
    return isThere ? object.object("intervalPeriod") : null;
  }

  private Instant start(JsonObject period) {
    String text = period.text("start");
    if (text.startsWith("0000") || text.startsWith("0001")) {
      return now;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noTime) {
      throw period.error(
          "start ('" + text + "') must be a time such as 2024-04-09T13:45:00Z",
          "Maybe its offset from UTC is missing.");
    }
  }

  private static Instant end(Instant start, @Nullable JsonObject period) {
    if (period == null || !period.has("duration") || start.equals(Instant.MAX)) {
      return Instant.MAX;
    }
    String text = period.text("duration");
    if (text.equals(FOR_EVER)) {
      return Instant.MAX;
    }
    try {
      return plus(start, text);
    } catch (DateTimeException noDuration) {
      throw period.error(
          "duration ('" + text + "') must be one such as PT1H", "Maybe it is in another notation.");
    }
  }

  private static Instant plus(Instant start, String text) {
    int time = text.indexOf('T');
    String days = time < 0 ? text : text.substring(0, time);
    OffsetDateTime end = start.atOffset(ZoneOffset.UTC);
    if (days.length() > 1) {
      end = end.plus(Period.parse(days));
    }
    return (time < 0 ? end : end.plus(Duration.parse("P" + text.substring(time)))).toInstant();
  }

  private void payload(
      JsonObject payload, Instant start, Instant end, int priority, Map<String, String> units) {
    String word = payload.text("type");
    SignalType type = SignalType.named(word);
    if (type == null) {
      others.add(word);
      return;
    }
    double[] values = payload.numbers("values");
    if (values.length != 1) {
      throw payload.error(
          "values of %s must have one number, not %d".formatted(word, values.length),
          "Maybe each belongs into an interval of its own.");
    }
    String told = units.getOrDefault(word, "");
    String unit = told.isEmpty() ? type.defaultUnit() : told;
    Double factor = type.factor(unit);
    if (factor == null) {
      throw payload.error(
          "units ('%s') of %s must be one of %s"
              .formatted(unit, word, String.join(", ", type.units())),
          "Maybe the event's descriptor is of another payload.");
    }
    if (!type.mayBeNegative() && values[0] < 0) {
      throw payload.error(
          "%s (%s) must be at least 0".formatted(word, values[0]),
          type.isLimit()
              ? "Maybe export is meant, which has a payload of its own."
              : "Maybe its sign is wrong.");
    }
    if (start.isBefore(end)) {
      signals.add(new Signal(type, start, end, priority, values[0] * factor));
    }
  }
}
