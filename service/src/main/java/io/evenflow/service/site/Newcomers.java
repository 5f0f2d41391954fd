package io.evenflow.service.site;

import io.evenflow.fleet.Session;
import io.evenflow.live.Forecast;
import io.evenflow.live.Here;
import io.evenflow.live.Rest;
import io.evenflow.live.SiteState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may still come to a site, as somebody said.
 *
 * @param bookings who comes for sure
 * @param scenarios who else may come, each as likely as the others
 */
public record Newcomers(List<Newcomer> bookings, List<List<Newcomer>> scenarios)
    implements Forecast {
  /** Nobody is expected. */
  public static final Newcomers NONE = new Newcomers(List.of(), List.of());

  public Newcomers {
    bookings = List.copyOf(bookings);
    scenarios = scenarios.stream().map(List::copyOf).toList();
  }

  /** The same with other bookings. */
  public Newcomers withBookings(List<Newcomer> others) {
    return new Newcomers(others, scenarios);
  }

  /** The same with other scenarios. */
  public Newcomers withScenarios(List<List<Newcomer>> others) {
    return new Newcomers(bookings, others);
  }

  /** All of them. */
  public Stream<Newcomer> all() {
    return Stream.concat(bookings.stream(), scenarios.stream().flatMap(List::stream));
  }

  /** Whether nobody is expected. */
  public boolean isEmpty() {
    return all().findAny().isEmpty();
  }

  /** Those who can still be planned: a period of their stay is to come, and they have not come. */
  public Newcomers left(SiteState state) {
    return new Newcomers(
        bookings.stream().filter(each -> !each.hasCome(state) && isAhead(each, state)).toList(),
        scenarios.stream()
            .map(each -> each.stream().filter(one -> isAhead(one, state)).toList())
            .toList());
  }

  /** Who of them cannot, and why: a sentence for each booking, one for all others. */
  public List<String> notes(SiteState state) {
    List<String> notes = new ArrayList<>();
    for (Newcomer each : bookings) {
      if (each.hasCome(state)) {
        notes.add(each.name() + " has come and is no newcomer any more");
      } else if (!isAhead(each, state)) {
        notes.add(each.name() + " stays for no whole period that is to come and moves no plan");
      }
    }
    long others =
        scenarios.stream().flatMap(List::stream).filter(each -> !isAhead(each, state)).count();
    if (others > 0) {
      notes.add(
          others
              + " of the scenarios' sessions stay for no whole period that is to come and move no plan");
    }
    return notes;
  }

  private static boolean isAhead(Newcomer each, SiteState state) {
    return each.session("any", state).isPresent();
  }

  /** How many scenarios a plan is made for: bookings alone are one. */
  public int count() {
    return Math.max(1, scenarios.size());
  }

  @Override
  public List<List<Session>> newcomers(SiteState state, Rest rest) {
    List<List<Session>> all = new ArrayList<>();
    for (int s = 0; s < count(); s++) {
      List<Session> sessions = new ArrayList<>();
      for (Newcomer each : bookings) {
        each.session(free("booking " + each.id(), state), state).ifPresent(sessions::add);
      }
      List<Newcomer> others = scenarios.isEmpty() ? List.of() : scenarios.get(s);
      for (int i = 0; i < others.size(); i++) {
        String name = free("newcomer " + (i + 1), state);
        others.get(i).session(name, state).ifPresent(sessions::add);
      }
      all.add(sessions);
    }
    return all;
  }

  /** A name that nobody has who is here: those may be called anything. */
  private static String free(String name, SiteState state) {
    String free = name;
    while (state.here().containsKey(free) || state.assets().containsKey(free)) {
      free += "'";
    }
    return free;
  }

  @Override
  public List<Instant> departures(Here here, Instant now) {
    return List.of();
  }
}
