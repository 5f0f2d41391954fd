package io.evenflow.benchmark;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Solar.Reactive;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.fleet.Vehicle.Stay;
import io.evenflow.grid.Bus;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** PV of every mode, batteries and a vehicle of several stays, of sizes that suit a feeder. */
final class RandomAssets {
  private final Scenario base;
  private final Horizon horizon;
  private final SplittableRandom random;
  private final double peakKw;

  RandomAssets(Scenario base, Horizon horizon, SplittableRandom random) {
    this.base = base;
    this.horizon = horizon;
    this.random = random;
    peakKw = 1000 * base.network().buses().stream().mapToDouble(Bus::activeLoadMw).sum();
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private Station anyStation() {
    return base.stations().get(random.nextInt(base.stations().size()));
  }

  private Location anywhere() {
    List<Bus> buses = base.network().buses();
    return random.nextBoolean()
        ? Location.station(anyStation().id())
        : Location.bus(buses.get(random.nextInt(1, buses.size())).number());
  }

  List<Solar> solar() {
    return IntStream.range(0, random.nextInt(3)).mapToObj(this::plant).toList();
  }

  private Solar plant(int i) {
    double most = peakKw * random.nextDouble(0.05, 0.5);
    double[] kw = random.doubles(horizon.periods(), 0, most).toArray();
    if (oneIn(4)) {
      kw[random.nextInt(kw.length)] = 0;
    }
    Reactive reactive = Reactive.values()[random.nextInt(3)];
    boolean curtailable = random.nextBoolean();
    double factor = (oneIn(2) ? -1 : 1) * random.nextDouble(0.85, 1);
    boolean rated = reactive == Reactive.FREE || oneIn(2);
    // what cannot be curtailed passes its inverter
    double rating = curtailable ? most * random.nextDouble(0.5, 1.2) : 1.2 * most;
    return new Solar(
        "pv" + i,
        anywhere(),
        Series.of(kw),
        curtailable,
        rated ? rating : null,
        reactive,
        reactive == Reactive.FIXED ? factor : 1);
  }

  List<Battery> batteries() {
    return IntStream.range(0, random.nextInt(3)).mapToObj(this::battery).toList();
  }

  private Battery battery(int i) {
    Charger charger = charger(true);
    double hours = horizon.hours(0, horizon.periods());
    double capacity = charger.charge().maxKw() * hours * random.nextDouble(0.3, 1.5);
    double start = capacity * random.nextDouble(0.05, 0.95);
    double end = oneIn(2) ? start : capacity * random.nextDouble(0.1, 0.9);
    boolean valued = oneIn(2);
    return new Battery(
        "b" + i,
        anywhere(),
        capacity,
        oneIn(4) ? Math.min(capacity, 1.1 * start) : start * random.nextDouble(0, 0.9),
        start,
        valued && oneIn(2) ? null : end,
        valued ? random.nextDouble(0.01, 0.15) : 0,
        charger,
        oneIn(2) ? random.nextDouble(0.001, 0.03) : 0);
  }

  private Charger charger(boolean discharges) {
    double kw = peakKw * random.nextDouble(0.03, 0.15);
    PowerRange discharge = discharges ? range(0.9 * kw) : null;
    return new Charger(
        range(kw), random.nextDouble(0.85, 1), discharge, random.nextDouble(0.85, 1));
  }

  private PowerRange range(double kw) {
    return new PowerRange(oneIn(3) ? kw * random.nextDouble(0.1, 0.6) : 0, kw);
  }

  /** None, or one of two or three stays with perhaps a period on the road between. */
  List<Vehicle> vehicles() {
    int count = Math.min(random.nextInt(2, 4), horizon.periods());
    if (oneIn(2) || count < 2) {
      return List.of();
    }
    List<int[]> times = times(count);
    Charger charger = charger(oneIn(2));
    double battery = charger.charge().maxKw() * horizon.stepHours() * random.nextDouble(1, 4);
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      double used = i > 0 || oneIn(3) ? battery * random.nextDouble(0, 0.4) : 0;
      double wanted = battery * random.nextDouble(0, 0.6);
      int[] time = times.get(i);
      stays.add(new Stay(anyStation().id(), time[0], time[1], wanted, used, charger));
    }
    double least = oneIn(2) ? battery * random.nextDouble(0, 0.3) : 0;
    double start = battery * random.nextDouble(0.1, 0.9);
    double end = battery * random.nextDouble(0, 0.8);
    double missing = random.nextDouble(0.2, 3);
    return List.of(new Vehicle("van", battery, least, start, end, missing, stays));
  }

  private List<int[]> times(int count) {
    List<int[]> times = new ArrayList<>();
    int length = horizon.periods() / count;
    for (int i = 0; i < count; i++) {
      int from = i * length;
      int to = i == count - 1 ? horizon.periods() : from + length;
      boolean road = to - from > 1 && oneIn(2);
      times.add(new int[] {road ? from + 1 : from, to});
    }
    return times;
  }
}
