package io.evenflow.openadr;

import io.evenflow.io.InputException;
import io.evenflow.io.Times;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Signals as one number for each period of a horizon. Where several hold at once, those of the
 * event with the highest priority count; of these the tightest limit, and for prices and CO₂ the
 * last in the list. A period in which a price changes has its average over time; one in which a
 * limit changes, the tightest.
 */
public final class SignalSeries {
  private final Horizon horizon;
  private final List<Signal> signals;

  public SignalSeries(Horizon horizon, List<Signal> signals) {
    this.horizon = horizon;
    this.signals = List.copyOf(signals);
  }

  /** Whether anything is said of a type within the horizon. */
  public boolean has(SignalType type) {
    Instant from = horizon.startOf(0).toInstant();
    Instant to = horizon.startOf(horizon.periods()).toInstant();
    return signals.stream()
        .anyMatch(s -> s.type() == type && s.start().isBefore(to) && s.end().isAfter(from));
  }

  /**
   * A number a period.
   *
   * @param otherwise what holds where nothing is said, null where something must be
   * @throws InputException where something must be said and is not
   */
  public Series of(SignalType type, @Nullable Double otherwise) {
    return Series.of(values(type, otherwise));
  }

  /**
   * The same as numbers, where what holds otherwise need not be finite.
   *
   * @throws InputException likewise
   */
  public double[] values(SignalType type, @Nullable Double otherwise) {
    double[] values = new double[horizon.periods()];
    for (int t = 0; t < values.length; t++) {
      values[t] = value(type, t, otherwise);
    }
    return values;
  }

  private double value(SignalType type, int period, @Nullable Double otherwise) {
    Instant from = horizon.startOf(period).toInstant();
    Instant to = horizon.startOf(period + 1).toInstant();
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    Instant at = from;
    for (Instant next : changes(type, from, to)) {
      Double said = at(type, at);
      Double value = said == null ? otherwise : said;
      if (value == null) {
        throw new InputException(
            "no event says " + type + " at " + Times.text(horizon.at(at)),
            "Maybe an event is missing, or the horizon is longer than what was sent.");
      }
      least = Math.min(least, value);
      sum += value * seconds(at, next) / seconds(from, to);
      at = next;
    }
    return type.isLimit() ? least : sum;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  /** When something changes after the one and up to the other, that one included. */
  private NavigableSet<Instant> changes(SignalType type, Instant from, Instant to) {
    NavigableSet<Instant> times = new TreeSet<>();
    for (Signal signal : signals) {
      if (signal.type() == type) {
        times.add(signal.start());
        times.add(signal.end());
      }
    }
    times.add(to);
    return times.subSet(from, false, to, true);
  }

  private @Nullable Double at(SignalType type, Instant instant) {
    List<Signal> now =
        signals.stream().filter(s -> s.type() == type && s.holdsAt(instant)).toList();
    int first = now.stream().mapToInt(Signal::priority).min().orElse(0);
    List<Signal> chosen = now.stream().filter(s -> s.priority() == first).toList();
    if (chosen.isEmpty()) {
      return null;
    }
    return type.isLimit()
        ? chosen.stream().map(Signal::value).min(Comparator.naturalOrder()).orElseThrow()
        : (Double) chosen.getLast().value();
  }
}
