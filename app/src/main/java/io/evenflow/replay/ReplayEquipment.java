package io.evenflow.replay;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.io.EquipmentReader;
import io.evenflow.io.InputException;
import io.evenflow.io.exchange.ProfileOptions;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a replayed site has beside chargers.
 *
 * @param solar table of PV, null for none
 * @param file with {@code solar}, {@code batteries} and {@code vehicles} as in a scenario, the same
 *     on all days; null for none
 */
public record ReplayEquipment(@Nullable ProfileOptions solar, @Nullable Path file) {
  public static final ReplayEquipment NONE = new ReplayEquipment(null, null);

  boolean isNone() {
    return solar == null && file == null;
  }

  /** What rows depend on. */
  String settings() {
    List<String> words = new ArrayList<>();
    if (solar != null) {
      words.add("solar=" + name(Path.of(solar.table().file())));
      add(words, "solar-column", solar.column());
      add(words, "solar-unit", solar.unit());
      add(words, "solar-at", solar.at());
      add(words, "solar-kw", solar.ratedKw());
    }
    add(words, "equipment", file == null ? null : name(file));
    return String.join(" ", words);
  }

  private static void add(List<String> words, String word, @Nullable Object value) {
    if (value != null) {
      words.add(word + "=" + value);
    }
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  /**
   * A day with all of it. PV is taken as it comes, since no policy has a word for less; a station
   * with a battery or PV has the day's prices on its meter, both ways, so these pay and earn what
   * vehicles do.
   *
   * @param day which has the PV of the table already
   */
  Scenario addedTo(Scenario day) {
    Equipment known = day.equipment();
    Equipment more = file == null ? Equipment.NONE : EquipmentReader.read(file, day);
    List<Solar> solar = new ArrayList<>(known.solar());
    solar.addAll(more.solar());
    List<Battery> batteries = more.batteries();
    Set<@Nullable String> metered = new HashSet<>();
    solar.forEach(each -> metered.add(each.location().station()));
    batteries.forEach(each -> metered.add(each.location().station()));
    Tariff tariff = Tariff.of(day.prices());
    List<Station> stations =
        day.stations().stream()
            .map(each -> metered.contains(each.id()) ? each.withTariff(tariff) : each)
            .toList();
    Scenario priced = day.withStations(stations);
    return priced.withEquipment(
        new Equipment(
            known.substation(),
            known.groups(),
            solar.stream().map(ReplayEquipment::asItComes).toList(),
            batteries,
            more.vehicles(),
            known.emissions()));
  }

  private static Solar asItComes(Solar plant) {
    if (plant.reactive() == Solar.Reactive.FREE) {
      throw new InputException(
          "solar '" + plant.id() + "': reactive ('free') must be none or fixed in a replay",
          "Maybe 'fixed' with a powerFactor is meant: policies decide active powers alone.");
    }
    return new Solar(
        plant.id(),
        plant.location(),
        most(plant),
        false,
        plant.ratingKva(),
        plant.reactive(),
        plant.powerFactor());
  }

  /** What the inverter passes of what the sun gives. */
  private static Series most(Solar plant) {
    double[] kw = plant.availableKw().toArray();
    Arrays.setAll(kw, plant::mostKw);
    return Series.of(kw);
  }

  /** What was assumed of it, a sentence each. */
  List<String> assumptions() {
    return isNone()
        ? List.of()
        : List.of(
            "PV is taken as it comes; what the sun will give is thought to be what it gave the day"
                + " before",
            "stations with a battery or PV pay the day's prices for all behind their meter, and earn"
                + " them");
  }
}
