package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.InputException;
import io.evenflow.io.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a table of sessions may say, and the names its columns have for it, the best first. */
public enum SessionField {
  /** Name of the session. */
  ID("session", "sessionid", "id", "cdrid", "transactionid"),
  /** Where it was plugged in. */
  CHARGER(
      "charger",
      "chargerid",
      "evse",
      "evseuid",
      "evseid",
      "cdrlocationevseuid",
      "station",
      "stationid",
      "spaceid",
      "ccs",
      "location",
      "locationid",
      "cdrlocationid"),
  /** When it came. */
  ARRIVAL(
      "arrival",
      "arrivaltime",
      "connectiontime",
      "start",
      "starttime",
      "startdatetime",
      "plugin",
      "plugintime",
      "timeofarrival",
      "sessionstart"),
  /** When it left. */
  DEPARTURE(
      "departure",
      "departuretime",
      "disconnecttime",
      "disconnectiontime",
      "end",
      "endtime",
      "enddatetime",
      "plugout",
      "plugouttime",
      "timeofdeparture",
      "sessionend"),
  /** How long it stayed, where its departure is not there. */
  STAY("stay", "duration", "connectionduration", "totaltime"),
  /** Energy at the meter. */
  ENERGY(
      "energy",
      "delivered",
      "deliveredenergy",
      "energydelivered",
      "totalenergy",
      "kwh",
      "requestedenergy"),
  /** What its battery holds. */
  BATTERY("battery", "batterycapacity", "energycapacity", "batterysize"),
  /** State of charge on arrival. */
  ARRIVAL_SOC(
      "socarrival", "arrivalsoc", "soconarrival", "startsoc", "socstart", "initialsoc", "socin"),
  /** State of charge on departure. */
  DEPARTURE_SOC(
      "socdeparture", "departuresoc", "endsoc", "socend", "targetsoc", "desiredsoc", "finalsoc"),
  /** Energy in the battery on arrival. */
  ARRIVAL_ENERGY("batterycapacityatarrival", "arrivalenergy"),
  /** Energy wanted in the battery on departure. */
  TARGET_ENERGY("desiredcapacity", "targetenergy"),
  /** When its driver said it leaves. */
  ANNOUNCED_DEPARTURE("estimateddeparture", "announceddeparture", "declareddeparture"),
  /** Energy at the meter its driver asked for. */
  ANNOUNCED_ENERGY("requestedenergy", "announcedenergy", "kwhrequested"),
  /** Greatest power it can charge with. */
  POWER("pmax", "maxpower", "chargepower", "chargingpower", "power", "maxacchargepower");

  private final List<String> names;

  SessionField(String... names) {
    this.names = List.of(names);
  }

  /** Whether it is what a driver said beforehand, which only replays ask for. */
  public boolean isAnnounced() {
    return this == ANNOUNCED_DEPARTURE || this == ANNOUNCED_ENERGY;
  }

  /** Its name on the command line, such as {@code arrival-soc}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The field of a name on the command line.
   *
   * @throws InputException where there is none
   */
  public static SessionField of(String word) {
    return Arrays.stream(values())
        .filter(field -> field.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "'" + word + "' is not what a column can hold",
                    Suggestion.of(
                        word,
                        Arrays.stream(values()).map(SessionField::word).toArray(String[]::new))));
  }

  /** The column of its best name; {@link CsvTable#NONE} where no column has one. */
  int column(CsvTable table) {
    List<String> header = table.header().stream().map(name -> ColumnName.of(name).words()).toList();
    return names.stream()
        .mapToInt(header::indexOf)
        .filter(column -> column >= 0)
        .findFirst()
        .orElse(CsvTable.NONE);
  }
}
