package io.evenflow.io;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.Emissions;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Days with any of what a scenario may say, by seed. */
final class RandomDays {
  private static final int PERIODS = 6;

  private final Random random;

  private RandomDays(long seed) {
    random = new Random(seed);
  }

  static Scenario day(long seed) {
    return new RandomDays(seed).day();
  }

  private Scenario day() {
    List<Station> stations = IntStream.range(0, 3).mapToObj(this::station).toList();
    Tariff tariff = maybe(this::tariff);
    double[] cost = tariff == null && random.nextBoolean() ? series().toArray() : null;
    return new Scenario(
            "random",
            "EUR",
            "case33bw",
            BuiltInCases.read("case33bw"),
            new Horizon(
                OffsetDateTime.parse("2024-04-09T06:00:00+02:00"),
                PERIODS,
                15,
                1 + random.nextInt(15),
                null),
            DayAheadPrices.of(series().toArray()),
            Loads.flat(PERIODS),
            List.of(),
            Limits.OF_THE_CASE,
            cost,
            stations,
            IntStream.range(0, 4).mapToObj(s -> session(s, stations)).toList(),
            new Equipment(
                new Substation(tariff, maybe(this::limit), maybe(this::limit), maybe(this::peak)),
                some(
                    i ->
                        new Group(
                            "g" + i, List.of("s" + i, "s2"), connection(), maybe(this::peak))),
                some(this::solar),
                some(this::battery),
                some(i -> vehicle(i, stations)),
                maybe(() -> new Emissions(series(), random.nextInt(3)))))
        .withAssumptions(some(i -> "sentence " + i));
  }

  private <T> @Nullable T maybe(Supplier<T> what) {
    return random.nextInt(3) == 0 ? null : what.get();
  }

  private <T> List<T> some(java.util.function.IntFunction<T> what) {
    return IntStream.range(0, random.nextInt(3)).mapToObj(what).toList();
  }

  /** Between 0 and 100, often whole. */
  private double number() {
    return random.nextBoolean() ? random.nextInt(100) : 100 * random.nextDouble();
  }

  private Series series() {
    return random.nextInt(3) == 0
        ? Series.constant(PERIODS, number() - 50)
        : Series.of(IntStream.range(0, PERIODS).mapToDouble(t -> number() - 50).toArray());
  }

  private Series limit() {
    return Series.of(IntStream.range(0, PERIODS).mapToDouble(t -> number()).toArray());
  }

  private Tariff tariff() {
    Series drawn = series();
    double[] fed = drawn.toArray();
    double less = random.nextInt(3) * number();
    for (int t = 0; t < PERIODS; t++) {
      fed[t] -= less;
    }
    return new Tariff(drawn, Series.of(fed));
  }

  private PeakCharge peak() {
    return new PeakCharge(number(), random.nextBoolean() ? 0 : number());
  }

  private Connection connection() {
    return new Connection(maybe(this::limit), maybe(this::limit));
  }

  private double efficiency() {
    return random.nextBoolean() ? 1 : 1 - 0.5 * random.nextDouble();
  }

  private PowerRange range() {
    double least = random.nextInt(5);
    return new PowerRange(least, least + number());
  }

  private Charger charger() {
    return new Charger(range(), efficiency(), maybe(this::range), efficiency());
  }

  private Station station(int k) {
    return new Station(
        "s" + k,
        5 + k,
        charger(),
        new Station.Site(
            maybe(this::tariff),
            maybe(this::series),
            connection(),
            maybe(() -> random.nextInt(4)),
            maybe(this::peak)));
  }

  private Location location() {
    return random.nextBoolean() ? Location.bus(7) : Location.station("s" + random.nextInt(3));
  }

  private Solar solar(int i) {
    Solar.Reactive reactive = Solar.Reactive.values()[random.nextInt(3)];
    return new Solar(
        "r" + i,
        location(),
        limit(),
        true,
        reactive == Solar.Reactive.FREE ? (Double) 20.0 : maybe(() -> 1 + number()),
        reactive,
        reactive == Solar.Reactive.FIXED ? -0.9 : 1);
  }

  private Battery battery(int i) {
    return new Battery(
        "b" + i,
        location(),
        200,
        number(),
        number(),
        maybe(this::number),
        random.nextInt(2) * number(),
        charger(),
        random.nextInt(2) * number());
  }

  /** Own values of a vehicle hold at all its stays. */
  private Charger fitted(Charger station, Charger own, int overridden) {
    return new Charger(
        overridden % 2 == 0 ? station.charge() : own.charge(),
        overridden / 2 % 2 == 0 ? station.chargeEfficiency() : own.chargeEfficiency(),
        overridden / 4 % 2 == 0 ? station.discharge() : own.discharge(),
        overridden / 8 % 2 == 0 ? station.dischargeEfficiency() : own.dischargeEfficiency());
  }

  private Vehicle vehicle(int i, List<Station> stations) {
    Charger own = charger();
    int overridden = random.nextInt(16);
    List<Vehicle.Stay> stays = new ArrayList<>();
    for (int start = random.nextInt(2); start < PERIODS; start += 2 + random.nextInt(2)) {
      Station station = stations.get(random.nextInt(3));
      stays.add(
          new Vehicle.Stay(
              station.id(),
              start,
              start + 1,
              random.nextInt(2) * number(),
              random.nextInt(2) * number(),
              fitted(station.charger(), own, overridden)));
    }
    return new Vehicle(
        "v" + i, 100 + number(), number(), number(), number(), maybe(this::number), stays);
  }

  private Session session(int s, List<Station> stations) {
    Station station = stations.get(random.nextInt(3));
    Charger charger = fitted(station.charger(), charger(), random.nextInt(16));
    return new Session(
        "ev" + s,
        station.id(),
        1,
        5,
        200,
        number(),
        number(),
        number(),
        maybe(() -> 100 + number()),
        charger,
        details(charger));
  }

  private SessionDetails details(Charger charger) {
    return new SessionDetails(
        some(i -> new SessionDetails.Target(2 + i, number())),
        random.nextInt(2) * number(),
        random.nextInt(2) * number(),
        random.nextInt(2) * number(),
        random.nextInt(2) * number(),
        1 + random.nextInt(3),
        charger.charge().minKw() > 0 && random.nextBoolean()
            ? List.of(charger.charge().minKw())
            : List.of(),
        maybe(
            () ->
                new ChargingCurve(
                    List.of(
                        new ChargingCurve.Point(0, number()),
                        new ChargingCurve.Point(random.nextDouble(), number())))),
        random.nextBoolean(),
        random.nextInt(2) * number());
  }
}
