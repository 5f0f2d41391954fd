package io.evenflow.io.exchange;

import io.evenflow.fleet.PowerRange;
import io.evenflow.io.InputException;
import io.evenflow.io.Quantity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/**
 * What may be told of tables that they do not say themselves: values of flags as they are written,
 * on the command line or in a form, and the sentences where they make no sense.
 */
public final class ImportFlags {
  /** Of dates of four digits. */
  private static final int LAST_YEAR = 9999;

  private ImportFlags() {}

  /** A day. */
  public static LocalDate date(String flag, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeException noDate) {
      // Said below.
    }
    throw new InputException(
        flag + " ('" + text + "') must be a day such as 2024-04-09",
        "Maybe it is written in another way, or there is no such day.");
  }

  /** A zone's name or an offset. */
  public static ZoneId zone(String flag, String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException noZone) {
      throw new InputException(
          flag + " ('" + text + "') is not the name of a time zone",
          "Maybe a name such as Europe/Berlin is meant, or an offset such as +02:00.");
    }
  }

  /** A power, or the least and the most of one. Unit: kW */
  public static PowerRange power(String text) {
    String[] ends = text.split("-", 2);
    try {
      double most = Double.parseDouble(ends[ends.length - 1]);
      if (Double.isFinite(most) && !Quantity.POWER_KW.allows(most)) {
        throw new InputException(
            "--power (" + most + ") " + Quantity.POWER_KW.bound(most), Quantity.POWER_KW.maybe());
      }
      return new PowerRange(ends.length == 2 ? Double.parseDouble(ends[0]) : 0, most);
    } catch (IllegalArgumentException notPowers) {
      throw new InputException(
          "--power ('" + text + "') must be a power or two, the least first, in kW",
          "Maybe 11 or 1.4-11 is meant.");
    }
  }

  /** Energy into batteries per energy at the meter; 0 &lt; η ≤ 1. */
  public static double efficiency(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new InputException(
          "--efficiency (" + share + ") must be above 0 and at most 1",
          "Maybe a percentage was given: 90 % is 0.9.");
    }
    return share;
  }

  /** A finite number. */
  public static double number(String flag, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below.
    }
    throw new InputException(
        flag + " ('" + text + "') must be a number", "Maybe it has a decimal comma or a unit.");
  }

  /** A whole number. */
  public static int wholeNumber(String flag, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException noNumber) {
      throw new InputException(
          flag + " ('" + text + "') must be a whole number", "Maybe it has a unit or decimals.");
    }
  }

  /** Names of columns by the words of their fields. */
  public static Map<SessionField, String> columns(Map<String, String> named) {
    Map<SessionField, String> columns = new EnumMap<>(SessionField.class);
    named.forEach((field, name) -> columns.put(SessionField.of(field), name));
    return columns;
  }
}
