package io.evenflow.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of sessions as people have them. */
class SessionTablesTest {
  @TempDir private Path folder = Path.of("");

  private Tables tables() {
    return new Tables(folder);
  }

  @Test
  void aPlainTableOfLocalTimes() {
    Imported imported =
        tables()
            .zone("Europe/Berlin")
            .sessions(
                """
                session,arrival,departure,energy_kwh,station
                a,2024-04-09 08:10,2024-04-09 12:00,10.5,left
                b,2024-04-09T20:00:00,2024-04-09T21:40:00,3,right
                c,2024-04-10 08:00,2024-04-10 12:00,7,left
                """)
            .imported();

    assertThat(Tables.lines(imported))
        .containsExactly(
            "a bus6 8-12 0→10.5 of 10.5 kWh, 11 kW", "b bus6 20-22 0→3 of 3 kWh, 11 kW");
    assertThat(imported.assumptions())
        .contains(
            "sessions.csv: each session wants its energy_kwh, the meter's, times the efficiency of 1",
            "sessions.csv: batteries are not known; each holds just what it is given",
            "the first day of the sessions is planned, 2024-04-09; --date says otherwise",
            "sessions.csv: 2 sessions are used, 1 are of other days");
    assertThat(imported.scenario().assumptions()).isEqualTo(imported.assumptions());
  }

  @Test
  void acnDataWritesTimesAsMailDoesAndInGmt() {
    Imported imported =
        tables()
            .zone("America/Los_Angeles")
            .sessions(
                """
                sessionID,connectionTime,disconnectTime,doneChargingTime,kWhDelivered,spaceID,stationID
                s1,"Wed, 25 Apr 2018 11:08:04 GMT","Wed, 25 Apr 2018 19:20:00 GMT",,7.932,CA-496,2-39-95
                """)
            .imported();

    assertThat(Tables.lines(imported)).containsExactly("s1 bus6 4-12 0→7.932 of 7.932 kWh, 11 kW");
    assertThat(imported.scenario().horizon().start()).hasToString("2018-04-25T00:00-07:00");
  }

  @Test
  void sustainGymHasOffsetsAndDeclaredDepartures() {
    String csv =
        """
        arrival,departure,requested_energy (kWh),delivered_energy (kWh),station_id,session_id,estimated_departure
        2019-05-01 06:33:14-07:00,2019-05-01 11:50:55-07:00,21.84,17.666,CA-314,s,2019-05-01 10:27:14-07:00
        """;

    Imported asItWas = tables().sessions(csv).imported();
    Imported asDeclared =
        tables()
            .sessions(csv)
            .column(SessionField.DEPARTURE, "estimated_departure")
            .column(SessionField.ENERGY, "requested_energy (kWh)")
            .imported();

    assertThat(Tables.lines(asItWas)).containsExactly("s bus6 7-12 0→17.666 of 17.666 kWh, 11 kW");
    assertThat(Tables.lines(asDeclared)).containsExactly("s bus6 7-10 0→21.84 of 21.84 kWh, 11 kW");
    assertThat(asItWas.assumptions())
        .contains("sessions.csv: days are those of UTC-07:00; --zone says otherwise");
  }

  @Test
  void fastChargersKnowStateOfChargeInPercentAndWattHours() {
    Imported imported =
        tables()
            .zone("Europe/Zurich")
            .sessions(
                """
                Session,CCS,Arrival,Departure,Stay (min),Energy (Wh),Pmax (W),SOC arrival,SOC departure,Energy capacity (Wh)
                278,CCS1,2022-08-11 22:00:00,2022-08-11 23:00:00,60,9632.0,68393,26,36,91500.0
                """)
            .imported();

    // The battery takes 10 % of 91.5 kWh; the meter's 9.632 kWh only serve where that is not known.
    assertThat(Tables.lines(imported))
        .containsExactly("278 bus6 22-23 23.79→32.94 of 91.5 kWh, 68.393 kW");
  }

  @Test
  void chargeDetailRecordsOfOcpiAreInUtc() {
    Imported imported =
        tables()
            .sessions(
                """
                id,start_date_time,end_date_time,total_energy,cdr_location_evse_uid,currency
                1,2024-04-09T08:00:00,2024-04-09T10:00:00,12.5,EVSE1,EUR
                """)
            .imported();

    assertThat(Tables.lines(imported)).containsExactly("1 bus6 8-10 0→12.5 of 12.5 kWh, 11 kW");
    assertThat(imported.scenario().horizon().start()).hasToString("2024-04-09T00:00Z");
    assertThat(imported.assumptions()).contains("sessions.csv: total_energy is read as kWh");
  }

  @Test
  void ev2GymCountsStepsAndKnowsBatteries() {
    Imported imported =
        tables()
            .zone("Europe/Amsterdam")
            .date("2022-01-17")
            .step(15)
            .counted(15)
            .sessions(
                """
                id,location,time_of_arrival,time_of_departure,battery_capacity_at_arrival,desired_capacity,battery_capacity,max_ac_charge_power
                0,3,20,60,21.5,45,50,22
                0,4,30,70,10,50,50,11
                """)
            .imported();

    assertThat(Tables.lines(imported))
        .containsExactly(
            "0 bus6 20-60 21.5→45 of 50 kWh, 22 kW", "0-line3 bus6 30-70 10→50 of 50 kWh, 11 kW");
  }

  @ParameterizedTest
  @CsvSource({"energy,8000,8", "energy,12,12", "energy (Wh),12000,12", "consumption,,"})
  void unitsAreToldApartByNameAndSize(String name, String energy, String kwh) {
    Tables tables =
        tables()
            .zone("Europe/Berlin")
            .sessions(
                "arrival,departure,%s\n2024-04-09 08:00,2024-04-09 10:00,%s\n"
                    .formatted(name, energy == null ? "5" : energy));
    if (kwh == null) {
      assertThatThrownBy(tables::imported)
          .hasMessage(
              folder.resolve("sessions.csv")
                  + ": has no column of energies among arrival, departure, consumption\n"
                  + "Maybe say which it is: --column energy=NAME.");
      return;
    }
    assertThat(Tables.lines(tables.imported()))
        .containsExactly("line2 bus6 8-10 0→%s of %s kWh, 11 kW".formatted(kwh, kwh));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          energy     | 600  | energy, with a median of 600, can be kWh or Wh
          energy_kwh | 9000 | energy_kwh, with a median of 9000, is far too much in kWh
          """)
  void anUnclearUnitIsAskedFor(String name, String energy, String sentence) {
    Tables tables =
        tables()
            .zone("Europe/Berlin")
            .sessions(
                "arrival,departure,%s\n2024-04-09 08:00,2024-04-09 20:00,%s\n"
                    .formatted(name, energy));

    assertThatThrownBy(tables::imported)
        .hasMessage(
            folder.resolve("sessions.csv")
                + ": "
                + sentence
                + "\nMaybe say which it is: --energy-unit kWh or --energy-unit Wh.");
    assertThat(tables.energyUnit("Wh").scenario().sessions().getFirst().targetEnergyKwh())
        .isEqualTo(Double.parseDouble(energy) / 1000);
  }

  @Test
  void whatCannotBeUsedIsCountedWithItsFirstLine() {
    Imported imported =
        tables()
            .zone("Europe/Berlin")
            .sessions(
                """
                arrival,departure,energy_kwh
                2024-04-09 08:00,2024-04-09 12:00,10
                2024-04-09 08:00,2024-04-09 12:00,0
                2024-04-09 08:00,2024-04-09 12:00,0.0
                2024-04-09 08:00,2024-04-09 07:00,5
                2024-04-09 08:00,soon,5
                2024-04-09 08:00,2024-04-09 12:00,
                """)
            .imported();

    assertThat(imported.scenario().sessions()).hasSize(1);
    assertThat(imported.assumptions())
        .contains(
            "sessions that charge nothing are left out: 2, the first in sessions.csv, line 3, energy_kwh ('0')",
            "sessions that leave before they come, or as they come, are left out: 1, the first in sessions.csv, line 5, departure ('2024-04-09 07:00')",
            "sessions without a time of departure are left out: 1, the first in sessions.csv, line 6, departure ('soon')",
            "sessions that do not say what they charge are left out: 1, the first in sessions.csv, line 7, energy_kwh ('')");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-04-09 08:00 | : its times have no offset from UTC | say where it is: --zone Europe/Berlin.
          4/9/2024 8:00    | , line 2: arrival ('4/9/2024 8:00') can have the day or the month first | write it as 2024-04-09 08:15.
          17               | , line 2: arrival ('17') is a number and no time | it counts steps: say how long they are, --counted 15.
          yesterday        | , line 2: arrival ('yesterday') is no time, nor is any in its column | another column is meant: --column arrival=NAME.
          """)
  void timesThatAreNotClearAreAskedFor(String time, String sentence, String maybe) {
    Tables tables =
        tables().sessions("arrival,departure,energy_kwh\n%s,%s,5\n".formatted(time, time));

    assertThatThrownBy(tables::imported)
        .hasMessage(folder.resolve("sessions.csv") + sentence + "\nMaybe " + maybe);
  }
}
