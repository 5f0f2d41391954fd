package io.evenflow.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.time.Horizons;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours at 0.5 kWh per kW, so that 20 kW bring 10 kWh. */
class LeastEnergyTest {
  @ParameterizedTest(name = "{0} of {1} kWh on arrival, at least {2}, {3}–{4} kW")
  @CsvSource({
    // arrives with enough: the minimum all along, nothing must be charged
    "50, 100, 20, 0, 20, 20 20 20 20 20, 0 0 0 0, 0",
    "20, 100, 20, 0, 20, 20 20 20 20 20, 0 0 0 0, 0",
    // full power until there, then as little as is needed
    "5, 100, 20, 0, 20, 5 15 20 20 20, 20 10 0 0, 1",
    "0, 100, 20, 0, 20, 0 10 20 20 20, 20 20 0 0, 2",
    // not reached by departure
    "0, 100, 90, 0, 20, 0 10 20 30 40, 20 20 20 20, 4",
    // the charger cannot stop there: above is allowed
    "0, 100, 12, 20, 20, 0 10 12 12 12, 20 20 0 0, 1",
    "8, 100, 12, 16, 20, 8 12 12 12 12, 16 0 0 0, 0",
    // nor can it fill the battery: as far as the battery takes it
    "0, 25, 25, 20, 20, 0 10 20 20 20, 20 20 0 0, 4",
    "0, 25, 25, 10, 20, 0 10 20 25 25, 20 20 10 0, 3",
    "0, 25, 25, 0, 20, 0 10 20 25 25, 20 20 10 0, 3",
    // no charger at all
    "5, 100, 20, 0, 0, 5 5 5 5 5, 0 0 0 0, 4",
  })
  void isWhatFullChargingReaches(
      double arrival,
      double battery,
      double least,
      double minKw,
      double maxKw,
      String kwh,
      String chargeKw,
      int given) {
    Charger charger = new Charger(new PowerRange(minKw, maxKw), 0.5, null, 1);
    Session session = new Session("ev", "s", 3, 7, battery, least, arrival, 0, 10.0, charger);
    LeastEnergy energy = session.leastEnergy(Horizons.ofSteps(1));

    assertThat(IntStream.rangeClosed(0, 4).mapToDouble(energy::kwh).toArray())
        .containsExactly(numbers(kwh), within(1e-12));
    assertThat(energy.chargeKw()).containsExactly(numbers(chargeKw), within(1e-12));
    assertThat(energy.givenPeriods()).isEqualTo(given);
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
