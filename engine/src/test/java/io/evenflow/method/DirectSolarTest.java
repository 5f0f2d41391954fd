package io.evenflow.method;

import static io.evenflow.method.AssetDay.charger;
import static io.evenflow.method.DirectAssets.assertOptimum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Solar.Reactive;
import io.evenflow.fleet.Station.Site;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Dispatch.Assets;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PV in every mode, by the whole program and taken apart; optima by hand. */
class DirectSolarTest {
  private static Solar plant(
      Location location,
      boolean curtailable,
      @Nullable Double ratingKva,
      Reactive reactive,
      double powerFactor,
      double... kw) {
    return new Solar(
        "roof", location, Series.of(kw), curtailable, ratingKva, reactive, powerFactor);
  }

  private static Assets assets(Scenario day, String engine) {
    return Objects.requireNonNull(DirectAssets.run(day, engine).dispatch()).assets();
  }

  /** Feeding back costs 0.04 EUR a kWh: 50 of 80 kW stay, for the load. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "outer-approximation", "scip-ac", "certified"})
  void curtailsWhatCosts(String engine) {
    Scenario day =
        AssetDay.ofHours(1)
            .load(50)
            .substation(
                new Substation(new Tariff(Series.of(100), Series.of(-40)), null, null, null))
            .solar(plant(Location.bus(2), true, null, Reactive.NONE, 1, 80))
            .build();
    assertOptimum(day, engine, 0);
    assertThat(assets(day, engine).solarKw()[0][0]).isCloseTo(50, within(1e-3));
  }

  /** The same, where it cannot: 30 kWh cost 0.04 EUR. A vehicle takes ten, which are worth 0. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void feedsInWhatItCannotCurtail(String engine) {
    Scenario day =
        AssetDay.ofHours(1)
            .load(50)
            .substation(
                new Substation(new Tariff(Series.of(100), Series.of(-40)), null, null, null))
            .solar(plant(Location.bus(2), false, null, Reactive.NONE, 1, 80))
            .session("a", 0, charger(10))
            .build();
    assertOptimum(day, engine, 20 * 0.04);
  }

  /** Beside 20 kW of load 50 kW may go back, for 0.05 EUR: 70 of 80 kW are used. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void curtailsAtTheSubstationsExportLimit(String engine) {
    Scenario day =
        AssetDay.ofHours(1)
            .load(20)
            .generation(50)
            .substation(new Substation(null, null, Series.of(50), null))
            .solar(plant(Location.bus(2), true, null, Reactive.NONE, 1, 80))
            .build();
    assertOptimum(day, engine, -2.5);
    assertThat(assets(day, engine).solarKw()[0][0]).isCloseTo(70, within(1e-3));
  }

  /** The same behind a connection of 40 kW, beside a building of 5. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void curtailsAtAConnectionsExportLimit(String engine) {
    Connection connection = new Connection(null, Series.of(40));
    Scenario day =
        AssetDay.ofHours(1)
            .generation(50)
            .stationA(new Site(null, Series.of(5), connection, null, null))
            .solar(plant(Location.station("a"), true, null, Reactive.NONE, 1, 80))
            .build();
    assertOptimum(day, engine, -2);
    assertThat(assets(day, engine).solarKw()[0][0]).isCloseTo(45, within(1e-3));
  }

  /** The substation gives no reactive power: 30 kvar of a 50 kVA inverter leave 40 kW of 60. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "outer-approximation", "scip-ac", "certified"})
  void reactivePowerTakesOfTheRating(String engine) {
    Scenario day =
        AssetDay.ofHours(1)
            .load(100)
            .reactiveLoad(30)
            .reactiveLimits("-2", "0")
            .generation(100)
            .solar(plant(Location.station("a"), true, 50.0, Reactive.FREE, 1, 60))
            .build();
    assertOptimum(day, engine, 6);
    Assets assets = assets(day, engine);
    assertThat(assets.solarKw()[0][0]).isCloseTo(40, within(0.01));
    assertThat(assets.solarKvar()[0][0]).isCloseTo(30, within(0.01));
  }

  /** 30 kW that cannot be curtailed leave 40 kvar of 50 kVA: as much as the load draws. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void reactivePowerOfAPlantThatCannotCurtail(String engine) {
    Scenario day =
        AssetDay.ofHours(1)
            .load(100)
            .reactiveLoad(39)
            .reactiveLimits("-2", "0")
            .generation(100)
            .solar(plant(Location.station("a"), false, 50.0, Reactive.FREE, 1, 30))
            .build();
    assertOptimum(day, engine, 7);
    assertThat(assets(day, engine).solarKvar()[0][0]).isBetween(39.0, 40.0 + 1e-6);
  }

  /**
   * It feeds in 0.75 kvar a kW, and the substation takes none: 30 kvar of load allow 40 kW. The
   * relaxation would burn more in a current that no grid has.
   */
  @ParameterizedTest
  @ValueSource(strings = {"scip-ac", "certified"})
  void aFixedPowerFactorTiesBoth(String engine) {
    Scenario day =
        AssetDay.ofHours(1)
            .load(100)
            .reactiveLoad(30)
            .reactiveLimits("0", "2")
            .generation(100)
            .solar(plant(Location.bus(2), true, null, Reactive.FIXED, -0.8, 60))
            .build();
    assertOptimum(day, engine, 6);
    assertThat(assets(day, engine).solarKvar()[0][0]).isCloseTo(30, within(0.01));
  }

  /** It draws 0.75 kvar a kW: 40 kW draw the 30 that a capacitor feeds in. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aFixedPowerFactorThatDraws(String engine) {
    Scenario day =
        AssetDay.ofHours(1)
            .load(100)
            .reactiveLoad(-30)
            .reactiveLimits("0", "0.0001")
            .generation(100)
            .solar(plant(Location.bus(2), false, null, Reactive.FIXED, 0.8, 40))
            .build();
    assertOptimum(day, engine, 6);
    assertThat(assets(day, engine).solarKvar()[0][0]).isCloseTo(-30, within(1e-6));
  }

  /** Behind a meter a curtailed kWh is worth the tariff: nothing beyond the vehicle's 20 kWh. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aRoofBehindATariff(String engine) {
    Tariff tariff = new Tariff(Series.of(300), Series.of(-10));
    Scenario day =
        AssetDay.ofHours(1)
            .stationA(new Site(tariff, null, Connection.UNLIMITED, null, null))
            .solar(plant(Location.station("a"), true, null, Reactive.NONE, 1, 60))
            .session("a", 20, charger(20))
            .build();
    assertOptimum(day, engine, 0);
  }
}
