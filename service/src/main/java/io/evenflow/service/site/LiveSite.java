package io.evenflow.service.site;

import io.evenflow.io.JsonObject;
import io.evenflow.io.JsonSource;
import io.evenflow.io.ScenarioReader;
import io.evenflow.io.ScenarioWriter;
import io.evenflow.live.Applied;
import io.evenflow.live.Event;
import io.evenflow.live.Forecast;
import io.evenflow.live.LivePlan;
import io.evenflow.live.Planner;
import io.evenflow.live.Rest;
import io.evenflow.live.SiteState;
import io.evenflow.run.Fair;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.problem.Refused;
import io.evenflow.service.site.SiteStore.Published;
import io.evenflow.time.Horizon;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A site that is planned again whenever something is said of it. Its state is what its words on
 * disk make of its day, so a process that starts anew goes on where another ended.
 *
 * <p>One change at a time; others wait.
 */
public final class LiveSite {
  private final String id;
  private final SiteStore store;
  private final List<PlanListener> listeners;
  private final Fair fair;
  private final Planner planner;
  private final Queue<Heard> waiting = new ConcurrentLinkedQueue<>();
  private SiteState state;
  private Newcomers newcomers = Newcomers.NONE;
  private long wordCount;
  private long plans;

  /** What the last plan has for each session, from a period of the day on. Unit: kW */
  private Map<String, double[]> netKw = new TreeMap<>();

  private int firstPeriod;

  /** Whether the last plan was made for newcomers, too. */
  private boolean wasForeseen;

  /** Whether another site has taken its place, or it was deleted. */
  private boolean isOver;

  LiveSite(SiteStore.Site site, SiteStore store, List<PlanListener> listeners) {
    id = site.id();
    this.store = store;
    fair = site.fair();
    planner = new Planner(Planner.GAP, 0, fair == Fair.MAX_MIN);
    this.listeners = listeners;
    state = SiteState.of(ScenarioReader.read("scenario", site.scenario()));
    for (String text : store.words(id)) {
      Word word = Word.of(text);
      state = word.after(state);
      newcomers = word.after(newcomers);
      wordCount++;
    }
    store.lastPlan(id).ifPresent(this::remember);
  }

  private void remember(Published plan) {
    plans = plan.number();
    JsonObject body = JsonSource.parse("a site's plan", plan.body());
    firstPeriod = body.wholeNumber("firstPeriod");
    wasForeseen = plan.newcomers() != null;
    netKw = new TreeMap<>();
    for (JsonObject session : body.objects("sessions")) {
      netKw.put(session.text("id"), session.numbers("netKw"));
    }
  }

  /** Ends it: what is being planned is kept first, and nothing after. */
  synchronized void end() {
    isOver = true;
  }

  /** Its state at this moment. */
  public synchronized SiteState state() {
    return state;
  }

  /** Who is still expected at this moment. */
  public synchronized Newcomers newcomers() {
    return newcomers.left(state);
  }

  /** What counts in its plans where energy is short. */
  public Fair fair() {
    return fair;
  }

  /** Number of the last plan, 0 before the first. */
  public synchronized long plans() {
    return plans;
  }

  /**
   * Hears something, plans, and keeps both. What comes while a plan is being made is heard together
   * by the next, so that whoever says much at once cannot make it plan without end.
   *
   * @param at the time on the site's clock; one that is past already is the clock's
   * @param said events of that time, by the state then
   * @param coming what it makes of those who were expected
   * @param deadlineSeconds by when the plan must be there. Unit: s
   * @return the plan as JSON
   * @throws Refused where the state does not allow it; then nothing has happened
   */
  public ObjectNode hear(
      Instant at,
      Function<SiteState, List<Event>> said,
      UnaryOperator<Newcomers> coming,
      double deadlineSeconds) {
    Heard own = new Heard(at, said, coming, deadlineSeconds);
    waiting.add(own);
    synchronized (this) {
      if (!own.isDone()) {
        hearAll();
      }
      return own.plan();
    }
  }

  /** The same of what says nothing of newcomers. */
  public ObjectNode hear(
      Instant at, Function<SiteState, List<Event>> said, double deadlineSeconds) {
    return hear(at, said, known -> known, deadlineSeconds);
  }

  /** How many wait to be heard. */
  int waiting() {
    return waiting.size();
  }

  private void hearAll() {
    List<Heard> all = new ArrayList<>();
    for (Heard each = waiting.poll(); each != null; each = waiting.poll()) {
      all.add(each);
    }
    List<Heard> accepted = new ArrayList<>();
    try {
      List<Word> words = new ArrayList<>();
      SiteState now = state;
      Newcomers coming = newcomers;
      for (Heard each : all) {
        List<Word> own = new ArrayList<>();
        try {
          SiteState next = after(now, each, own);
          coming = after(coming, each, next, own);
          now = next;
          words.addAll(own);
          accepted.add(each);
        } catch (RuntimeException refused) {
          each.failed(refused);
        }
      }
      if (!accepted.isEmpty()) {
        ObjectNode body = planned(now, coming, words, deadline(accepted));
        accepted.forEach(each -> each.planned(body));
      }
    } catch (RuntimeException fault) {
      accepted.forEach(each -> each.failed(fault));
    }
  }

  private static double deadline(List<Heard> accepted) {
    return accepted.stream().mapToDouble(Heard::deadlineSeconds).min().orElseThrow();
  }

  private SiteState after(SiteState before, Heard heard, List<Word> words) {
    if (isOver) {
      throw new Refused("site '" + id + "' was replaced or deleted", "Maybe say it again.");
    }
    Instant at = heard.at();
    SiteState now = movedTo(before, at.isBefore(before.now()) ? before.now() : at, words);
    for (Event event : heard.said().apply(now)) {
      now = applied(now, event, words);
    }
    return now;
  }

  private static Newcomers after(Newcomers before, Heard heard, SiteState state, List<Word> words) {
    Newcomers now = heard.newcomers().apply(before);
    if (!now.equals(before)) {
      now.all().forEach(each -> each.requireFits(state.day()));
      words.add(new Word.Expected(now));
    }
    return now;
  }

  private ObjectNode planned(
      SiteState heard, Newcomers coming, List<Word> words, double deadlineSeconds) {
    Scenario inputs = Rest.of(heard).scenario();
    Newcomers left = coming.left(heard);
    boolean isForeseen = !left.isEmpty();
    // where nobody is expected any more, that is why a plan changes
    Foreseen foreseen =
        isForeseen
            ? Foreseen.of(planner, heard, left, deadlineSeconds)
            : new Foreseen(
                planner.plan(heard, wasForeseen ? left : Forecast.NONE, deadlineSeconds), false);
    LivePlan plan = foreseen.plan();
    SiteState now = heard;
    if (!plan.promises().isEmpty()) {
      now = done(new Word.Promised(plan.promises()), now, words);
    }
    Map<String, Double> told = toldNow(plan, now);
    if (!told.isEmpty()) {
      now = done(new Word.Commanded(told), now, words);
    }
    int scenarios = foreseen.isForAll() && !isEmpty(inputs) ? left.count() : 0;
    ObjectNode body = PlanJson.of(id, plans + 1, now, plan, scenarios);
    String expected =
        isForeseen
            ? NewcomersJson.write(left, JsonNodeFactory.instance.objectNode()).toString()
            : null;
    List<String> texts = words.stream().map(Word::text).toList();
    store.keep(
        id,
        wordCount + 1,
        texts,
        new Published(
            plans + 1, now.now(), ScenarioWriter.text(inputs), expected, body.toString()));
    wordCount += texts.size();
    plans++;
    state = now;
    newcomers = coming;
    wasForeseen = isForeseen;
    netKw = plan.netKw();
    firstPeriod = plan.firstPeriod();
    for (PlanListener listener : listeners) {
      listener.planned(id, now, plan);
    }
    return body;
  }

  /** Whether nothing is there that could be planned. */
  private static boolean isEmpty(Scenario day) {
    return day.sessions().isEmpty() && day.vehicles().isEmpty() && day.batteries().isEmpty();
  }

  /** Period by period: at the start of each, chargers were told what the last plan has for it. */
  private SiteState movedTo(SiteState before, Instant at, List<Word> words) {
    SiteState now = before;
    requireDay(before, at);
    while (now.period() < periodOf(at)) {
      Instant start = state.day().horizon().startOf(now.period() + 1).toInstant();
      now = applied(now, new Event.Clock(start), words);
      Map<String, Double> told = new TreeMap<>();
      int t = now.period() - firstPeriod;
      List<String> all = new ArrayList<>(now.here().keySet());
      all.addAll(now.assets().keySet());
      for (String each : all) {
        double[] kw = netKw.get(each);
        told.put(each, kw == null || t < 0 || t >= kw.length ? 0 : kw[t]);
      }
      if (!told.isEmpty()) {
        now = done(new Word.Commanded(told), now, words);
      }
    }
    return at.isAfter(now.now()) ? applied(now, new Event.Clock(at), words) : now;
  }

  private int periodOf(Instant at) {
    int last = state.day().periods() - 1;
    int period = 0;
    while (period < last && !state.day().horizon().startOf(period + 1).toInstant().isAfter(at)) {
      period++;
    }
    return period;
  }

  private static SiteState applied(SiteState before, Event event, List<Word> heard) {
    Applied applied = before.apply(event);
    String refusal = applied.refusal();
    if (refusal != null) {
      throw new Refused(refusal, "Maybe it was said already, or of another session or time.");
    }
    heard.add(new Word.Said(event));
    return applied.state();
  }

  /** The usual slip is a site of another day, and a body that says no time. */
  private static void requireDay(SiteState state, Instant at) {
    Horizon horizon = state.day().horizon();
    if (!at.isBefore(horizon.startOf(state.day().periods()).toInstant())) {
      throw new Refused(
          "%s is after the site's day, which goes from %s to %s"
              .formatted(
                  at.truncatedTo(ChronoUnit.SECONDS),
                  horizon.startOf(0),
                  horizon.startOf(state.day().periods())),
          "Maybe say when it happened, with at, or put the site anew with another day.");
    }
  }

  private static SiteState done(Word word, SiteState before, List<Word> heard) {
    heard.add(word);
    return word.after(before);
  }

  /** Who was told nothing yet for the period that runs is told now. */
  private static Map<String, Double> toldNow(LivePlan plan, SiteState now) {
    Map<String, Double> told = new TreeMap<>();
    now.here()
        .forEach(
            (session, here) -> {
              boolean isTold = here.command() != null && here.command().period() == now.period();
              if (!isTold) {
                told.put(session, plan.kw(session, now.period()));
              }
            });
    // what goes on as told is planned so; a battery may be told anew
    now.assets().keySet().forEach(each -> told.put(each, plan.kw(each, now.period())));
    return told;
  }
}
