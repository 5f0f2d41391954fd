package io.evenflow.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A local time as the exchanges' downloads write it: {@code 10.03.2025 00:15}, {@code 10/03/2025
 * 00:15:00}, both day first, {@code Mar 10, 2025 12:15 AM}; {@code (CEST)} may stand behind it.
 *
 * @param isSummer whether summer time is named behind it, null where nothing is
 */
record WrittenTime(LocalDateTime local, @Nullable Boolean isSummer) {
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})[./](\\d{1,2})[./](\\d{4}) +(\\d{1,2}):(\\d{2})(?::(\\d{2}))?"
              + "(?: *\\((UTC|CET|CEST|WET|WEST|EET|EEST)\\))?");
  private static final Pattern ENGLISH =
      Pattern.compile("([A-Z][a-z]{2})\\w* (\\d{1,2}), (\\d{4}),? (\\d{1,2}):(\\d{2}) ([AP]M)");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The time a text says, null where it says none. */
  static @Nullable WrittenTime parse(String text) {
    Matcher dayFirst = DAY_FIRST.matcher(text);
    Matcher english = ENGLISH.matcher(text);
    try {
      if (dayFirst.matches()) {
        return dayFirst(dayFirst.toMatchResult());
      }
      return english.matches() ? english(english.toMatchResult()) : null;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static WrittenTime dayFirst(MatchResult found) {
    int second = found.group(6) == null ? 0 : number(found, 6);
    LocalDate day = LocalDate.of(number(found, 3), number(found, 2), number(found, 1));
    String name = found.group(7);
    Boolean summer = name == null ? null : name.endsWith("EST");
    return new WrittenTime(at(day, number(found, 4), number(found, 5), second), summer);
  }

  private static WrittenTime english(MatchResult found) {
    int month = 1 + MONTHS.indexOf(found.group(1).toLowerCase(Locale.ROOT));
    LocalDate day = LocalDate.of(number(found, 3), month, number(found, 2));
    int hour = number(found, 4);
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no hour of a clock with twelve");
    }
    int afternoon = found.group(6).equals("PM") ? 12 : 0;
    return new WrittenTime(at(day, hour % 12 + afternoon, number(found, 5), 0), null);
  }

  /** 24:00 is the midnight that ends a day. */
  private static LocalDateTime at(LocalDate day, int hour, int minute, int second) {
    boolean isEnd = hour == 24 && minute == 0 && second == 0;
    return isEnd ? day.plusDays(1).atStartOfDay() : day.atTime(hour, minute, second);
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
