package io.evenflow.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.live.Event;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.time.Horizon;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Two days of Berlin: 10, 11, … came; a week earlier every hour cost 50 or, on 3 April, 70. */
class PriceNewsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static PriceNews news(String start, int periods) {
    double[] came = new double[periods];
    Arrays.setAll(came, t -> 10 + t);
    Horizon horizon = new Horizon(OffsetDateTime.parse(start), periods, 60, 60, BERLIN);
    return PriceNews.of(
        DayAheadPrices.of(came),
        horizon,
        BERLIN,
        LocalTime.of(13, 0),
        day -> {
          double[] before = new double[24];
          Arrays.fill(before, day.equals(LocalDate.of(2024, 4, 3)) ? 70 : 50);
          return DayAheadPrices.of(before);
        });
  }

  @Test
  void tomorrowIsThoughtToBeAsAWeekBeforeUntilOneOClock() {
    PriceNews news = news("2024-04-09T00:00:00+02:00", 48);

    double[] thought = news.atFirst().toArray();
    assertThat(thought[23]).isEqualTo(33);
    assertThat(Arrays.copyOfRange(thought, 24, 48)).containsOnly(70);
    assertThat(news.published()).hasSize(1);
    Event.PricesPublished told = news.published().getFirst();
    assertThat(told.at()).isEqualTo(OffsetDateTime.parse("2024-04-09T13:00:00+02:00").toInstant());
    assertThat(told.from()).isEqualTo(24);
    assertThat(told.perMwh()).startsWith(34).endsWith(57).hasSize(24);
  }

  @Test
  void ofOneDayAllIsKnown() {
    PriceNews news = news("2024-04-09T00:00:00+02:00", 24);

    assertThat(news.atFirst().toArray()).startsWith(10).endsWith(33);
    assertThat(news.published()).isEmpty();
  }

  /** On 31 March the clocks go forward: that day has 23 hours, the next begins an hour sooner. */
  @Test
  void aDayOfTwentyThreeHours() {
    PriceNews news = news("2024-03-30T00:00:00+01:00", 24 + 23 + 24);

    assertThat(news.published()).extracting(Event.PricesPublished::from).containsExactly(24, 47);
    assertThat(news.published().getFirst().perMwh()).hasSize(23);
    assertThat(news.published().getLast().at())
        .isEqualTo(OffsetDateTime.parse("2024-03-31T13:00:00+02:00").toInstant());
  }
}
