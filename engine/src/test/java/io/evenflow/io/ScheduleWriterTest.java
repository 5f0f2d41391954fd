package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import org.junit.jupiter.api.Test;

class ScheduleWriterTest {
  private static final Scenario DAY =
      ScenarioReader.read(
          "van.json",
          """
          {"format": "evenflow-scenario/2", "name": "van", "currency": "EUR",
           "feeder": {"case": "case33bw"},
           "horizon": {"start": "2024-04-09T08:00:00+02:00", "periods": 4, "stepMinutes": 60},
           "prices": {"perMwh": [50, 10, 90, 60]},
           "stations": [{"id": "depot", "bus": 6, "chargePowerKw": {"min": 0, "max": 22},
                         "chargeEfficiency": 0.5},
                        {"id": "market", "bus": 8, "chargePowerKw": {"min": 0, "max": 22}}],
           "vehicles": [{"id": "van", "batteryKwh": 60, "startEnergyKwh": 10, "endEnergyKwh": 0,
                         "stays": [{"station": "depot", "arrival": 0, "departure": 2},
                                   {"station": "market", "arrival": 3, "departure": 4,
                                    "usedKwh": 15}]}],
           "batteries": [{"id": "rack", "station": "depot", "capacityKwh": 40, "startEnergyKwh": 20,
                          "chargePowerKw": {"min": 0, "max": 20}}],
           "sessions": []}
          """);

  @Test
  void aVehicleHasARowForEachPeriodOfEachStayAndABatteryNone() {
    double[][] none = {};
    double[][] zero = {{0, 0, 0, 0}};
    Dispatch dispatch =
        new Dispatch(
            none,
            none,
            new double[1][4],
            new double[1][4],
            new double[4],
            new Dispatch.Assets(
                new double[][] {{20, 4, 0, 8}},
                zero,
                new double[][] {{5, 0, 0, 0}},
                zero,
                none,
                none));
    // 20 and 4 kW half of which arrive, a trip that takes 15 kWh, 8 kW all of which do.
    assertThat(ScheduleWriter.text(DAY, dispatch))
        .isEqualToNormalizingNewlines(
            """
            session,station,bus,period,start,charge_kw,discharge_kw,energy_kwh_before,energy_kwh_after
            van,depot,6,0,2024-04-09T08:00:00+02:00,20.0,0.0,10.0,20.0
            van,depot,6,1,2024-04-09T09:00:00+02:00,4.0,0.0,20.0,22.0
            van,market,8,3,2024-04-09T11:00:00+02:00,8.0,0.0,7.0,15.0
            """);
  }
}
