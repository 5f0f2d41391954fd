package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decimal points, decimal commas, and what cannot be told apart. */
class NumberColumnTest {
  private static final String START = "2025-03-10T00:00:00+01:00";

  private static String file(String separator, String... prices) {
    StringBuilder csv = new StringBuilder("start" + separator + "price\n");
    for (int hour = 0; hour < prices.length; hour++) {
      csv.append("2025-03-10T%02d:00:00+01:00%s%s%n".formatted(hour, separator, prices[hour]));
    }
    return csv.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // between columns | two prices as written | as read
        ", | 80.5 | -1.25 | 80.5 | -1.25",
        ", | \"80,5\" | \"1.234,56\" | 80.5 | 1234.56",
        ", | 1.234 | 5 | 1.234 | 5",
        ", | 40.125 | 41.250 | 40.125 | 41.25",
        ", | \"1,234.5\" | 7 | 1234.5 | 7",
        ", | \"1,234.5\" | \"1,234\" | 1234.5 | 1234",
        ", | 1e2 | -.5 | 100 | -0.5",
        "; | 80,5 | 1.234,56 | 80.5 | 1234.56",
        "; | 80,5 | 1.234 | 80.5 | 1234",
        "; | -80,125 | 0,5 | -80.125 | 0.5",
        "; | 0,125 | 1,250 | 0.125 | 1.25",
        "; | 80.5 | 1,234 | 80.5 | 1234",
        "; | 1234,567 | 1.000 | 1234.567 | 1000",
        "; | 80 | −75 | 80 | -75",
        "; | 1 234,5 | 7 | 1234.5 | 7",
      })
  void readsWhatCanBeReadInOneWayOnly(
      String separator, String first, String second, double one, double other) {
    assertThat(PriceTexts.hours(file(separator, first, second), START, 2))
        .containsExactly(one, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "; | 1.234 | can be 1.234 or 1234.0, and no other line tells which"
            + " | Maybe write 1.2340 if its mark stands before decimals, 1234 if between thousands.",
        "; | -80,125 | can be -80125.0 or -80.125, and no other line tells which"
            + " | Maybe write -80,1250 if its mark stands before decimals, -80125 if between thousands.",
        ", | \"1,234\" | can be 1234.0 or 1.234, and no other line tells which"
            + " | Maybe write 1,2340 if its mark stands before decimals, 1234 if between thousands.",
        "; | n/a | must be a finite number | Maybe nothing is known for that time: leave the line out.",
        "; | 80 EUR | must be a finite number"
            + " | Maybe only the number is meant, without what stands behind it.",
        "; | 8.0.5 | must be a finite number | Maybe a digit, a point or a comma is too many in it.",
        "; | 1e999 | must be a finite number | Maybe its exponent is wrong.",
        "; | 1e99 | must be at most 1e10 per MWh"
            + " | Maybe its exponent or its unit is wrong: it is per MWh.",
        "; | DE | must be a finite number"
            + " | Maybe the columns are in another order than their names.",
      })
  void saysWhatIsNotClear(String separator, String price, String sentence, String maybe) {
    InputException problem = PriceTexts.error(file(separator, "7", price));
    assertThat(problem.sentence())
        .isEqualTo("prices.csv, line 3: price ('" + price.replace("\"", "") + "') " + sentence);
    assertThat(problem.maybe()).isEqualTo(maybe);
  }

  @Test
  void pointsAndCommasInOneColumnAreAnError() {
    InputException problem = PriceTexts.error(file(";", "80.5", "81,5"));
    assertThat(problem.sentence())
        .isEqualTo(
            "prices.csv, line 3: price ('81,5') has a decimal comma,"
                + " and line 2 ('80.5') a decimal point");
    assertThat(problem.maybe())
        .isEqualTo("Maybe lines of two files were joined: write all of them with a point.");
  }
}
