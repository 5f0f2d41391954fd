package io.evenflow.method;

import static io.evenflow.method.AssetDay.charger;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station.Site;
import io.evenflow.grid.BranchRating;
import io.evenflow.scenario.LimitValue;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one unit more saves, by hand, on days of one limit that binds. */
class LimitValuesTest {
  private static final Settings NEAR = Settings.defaults().withGap(1e-7);

  private static List<LimitValue> values(Scenario day) {
    Result result = new Certified().coordinate(day, NEAR, Watcher.NONE);
    return LimitValues.of(day, result, NEAR, Watcher.NONE);
  }

  private static Connection importOf(double kw) {
    return new Connection(Series.constant(2, kw), null);
  }

  /** The only limit that binds, and an interval that holds what it is worth and little else. */
  private static void assertOnly(Scenario day, String limit, String unit, double worth) {
    List<LimitValue> values = values(day);
    assertThat(values).extracting(LimitValue::limit).containsExactly(limit);
    LimitValue value = values.getFirst();
    assertThat(value.unit()).isEqualTo(unit);
    assertThat(value.lowPerUnit()).isBetween(worth - 1e-4, worth + 1e-6);
    assertThat(value.highPerUnit()).isBetween(worth - 1e-6, worth + 1e-4);
  }

  /** 100 kWh, of which 70 go to the hour of 0.10 EUR: one more saves 0.20 − 0.10. */
  @Test
  void aConnection() {
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 200)
            .stationA(new Site(null, null, importOf(70), null, null))
            .stationB(new Site(null, null, importOf(500), null, null))
            .session("a", 100, charger(100))
            .session("b", 10, charger(100))
            .build();
    assertOnly(day, "station 'a': connection import", "kW", 0.1);
  }

  @Test
  void aConnectionOfAGroup() {
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 350)
            .group(new Group("street", List.of("a", "b"), importOf(60), null))
            .session("a", 50, charger(50))
            .session("b", 50, charger(50))
            .build();
    assertOnly(day, "group 'street': connection import", "kW", 0.25);
  }

  /** Beside 50 kW of load 10 kWh fit into the hour of 0.10 EUR, the rest costs 0.30. */
  @Test
  void theSubstation() {
    Scenario day =
        AssetDay.ofHours(2)
            .load(50, 20)
            .generation(100, 300)
            .substation(new Substation(null, Series.constant(2, 60), null, null))
            .session("a", 30, charger(30))
            .build();
    assertOnly(day, "substation: import", "kW", 0.2);
  }

  /** The same through a branch of 60 kVA. */
  @Test
  void aBranch() {
    Limits limits = new Limits(null, null, null, List.of(new BranchRating(1, 2, 0.06)));
    Scenario day =
        AssetDay.ofHours(2)
            .load(50, 20)
            .generation(100, 300)
            .session("a", 30, charger(30))
            .build()
            .withLimits(limits);
    assertOnly(day, "branch 1-2", "kVA", 0.2);
  }

  /** A roof of 80 kW sells 40 of them for 0.05 EUR. */
  @Test
  void anExport() {
    Connection connection = new Connection(null, Series.of(40));
    Location atA = Location.station("a");
    Scenario day =
        AssetDay.ofHours(1)
            .generation(50)
            .stationA(new Site(null, null, connection, null, null))
            .solar(new Solar("roof", atA, Series.of(80), true, null, Solar.Reactive.NONE, 1))
            .build();
    assertOnly(day, "station 'a': connection export", "kW", 0.05);
  }

  /** Three of 10 kWh take an hour each of 0.10, 0.20 and 0.30 EUR; with two plugs 4 EUR, not 6. */
  @Test
  void plugs() {
    Scenario day =
        AssetDay.ofHours(3)
            .dayAhead(100, 200, 300)
            .stationA(new Site(null, null, Connection.UNLIMITED, 1, null))
            .session("a", 10, charger(10))
            .session("a", 10, charger(10))
            .session("a", 10, charger(10))
            .build();
    assertOnly(day, "station 'a': plugs", "plug", 2);
  }

  /** A limit that is used up, but to no end: energy costs the same at all times. */
  @Test
  void aLimitThatCostsNothing() {
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 100)
            .stationA(new Site(null, null, importOf(50), null, null))
            .session("a", 100, charger(50))
            .build();
    assertOnly(day, "station 'a': connection import", "kW", 0);
  }

  @Test
  void noLimitBinds() {
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 200)
            .stationA(new Site(null, null, importOf(70), 2, null))
            .session("a", 60, charger(60))
            .build();
    assertThat(values(day)).isEmpty();
  }
}
