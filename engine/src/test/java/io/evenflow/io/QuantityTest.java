package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "prices.perMwh[3], PRICE_PER_MWH",
    "substationCostPerMwh, PRICE_PER_MWH",
    "shortfallCostPerKwh, PRICE_PER_KWH",
    "batteryKwh, ENERGY_KWH",
    "chargePowerKw.min, POWER_KW",
    "loads.adjustments[0].reactiveKvar[1], POWER_KW",
    "limits.substationExportMw, POWER_MW",
    "limits.branchRatings[0].mva, POWER_MW",
    "limits.voltageMinPu, VOLTAGE_PU",
    "loads.scale[2], FACTOR",
    "branchScaling[0].reactance, FACTOR",
    "chargeEfficiency, EFFICIENCY",
    "objective, NUMBER",
  })
  void theNameOfAFieldSaysWhatItHolds(String path, Quantity quantity) {
    assertThat(Quantity.of(path)).isEqualTo(quantity);
  }

  @Test
  void theBoundItselfIsAllowed() {
    assertThat(Quantity.ENERGY_KWH.allows(1e9)).isTrue();
    assertThat(Quantity.ENERGY_KWH.allows(-1e9)).isTrue();
    assertThat(Quantity.ENERGY_KWH.allows(1.1e9)).isFalse();
    assertThat(Quantity.ENERGY_KWH.allows(Double.NaN)).isFalse();
    assertThat(Quantity.ENERGY_KWH.bound(2e9)).isEqualTo("must be at most 1e9 kWh");
    assertThat(Quantity.VOLTAGE_PU.bound(-200)).isEqualTo("must be at least -100 p.u.");
    assertThat(Quantity.FACTOR.bound(1e7)).isEqualTo("must be at most 1e6");
  }
}
