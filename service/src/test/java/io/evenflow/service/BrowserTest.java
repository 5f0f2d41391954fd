package io.evenflow.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.evenflow.io.BuiltInDays;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.http.TestService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a person does with the page, in a real browser: start, watch, look, compare, download. No
 * error may stand in the browser's console, and nothing may be asked of another host.
 */
class BrowserTest extends InABrowser {
  private static final double SECONDS = 1000;
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60 * SECONDS);

  private static final LocatorAssertions.IsVisibleOptions VISIBLE =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60 * SECONDS);

  private static String run(String query, String day) throws InterruptedException {
    TestService running = browser().service();
    String path = running.submitted(query, BuiltInDays.text(day));
    running.ended(path);
    return path.replace("/api/v1", "");
  }

  private Page page(String path) {
    Page page = window().newPage();
    page.navigate(browser().address(path));
    return page;
  }

  @Test
  void aBuiltInDayIsRunWatchedAndLookedAtWithTheKeyboardAlone() throws Exception {
    Page page = page("/");
    page.locator("#day").focus();
    page.keyboard().type("case18");
    page.locator("#fair").selectOption("max-min");
    page.locator("#limit").press("Enter");
    page.waitForURL(Pattern.compile(".*/runs/.*"));
    assertThat(page.locator("#status")).containsText("done, optimal", PATIENTLY);
    assertThat(page.locator("#progress"))
        .containsText("ended · cost 5,717.14 · bound 5,717.14 · gap");
    assertThat(page.locator("path.cost")).hasAttribute("d", Pattern.compile("^M.*H.*"));
    FrameLocator report = page.frameLocator("iframe.report");
    assertThat(report.locator("h1")).hasText("case18-small");
    assertThat(report.locator("#powers svg").first()).isVisible(VISIBLE);
    report.locator("#hour").press("ArrowRight");
    assertThat(report.locator("#hourShown")).containsText("01:00");
    // What a tooltip is made of must get by the page's policy too.
    report.locator("#powers").hover();
    Download file = page.waitForDownload(() -> page.getByText("schedule.csv").click());
    assertThat(Files.readString(file.path())).startsWith("session,station,bus,period,start,");
  }

  @Test
  void aScenarioOfOnesOwnIsCheckedAtOnceAndRuns() {
    Page page = page("/");
    choose(page, BuiltInDays.text("case18-small").replace("\"bus\": 6,", "\"bus\": 600,"));
    assertThat(page.locator("#said")).containsText("bus");
    assertThat(page.locator("#said")).containsText("Maybe ");
    // Of the answer that says so; the browser takes note of it.
    assertThat(browser().complaints()).hasSize(1).first().asString().contains("a status of 422");
    browser().complaints().clear();
    choose(page, BuiltInDays.text("case18-small"));
    page.waitForURL(Pattern.compile(".*/runs/.*"));
    assertThat(page.locator("#status")).containsText("done, optimal", PATIENTLY);
  }

  private static void choose(Page page, String scenario) {
    byte[] bytes = scenario.getBytes(StandardCharsets.UTF_8);
    page.locator("#file").setInputFiles(new FilePayload("day.json", "application/json", bytes));
  }

  @Test
  void runsAreFilteredAndDeleted() throws Exception {
    String path = run("?method=uncontrolled", "case18-small");
    Page page = page("/");
    assertThat(page.locator("#rows tr").first()).containsText("done, feasible");
    page.locator("#filter").selectOption("failed");
    assertThat(page.locator("#rows")).containsText("No runs here yet.");
    Page one = page(path);
    one.getByText("Delete this run").click();
    one.waitForURL(browser().address("/"));
    assertThat(one.locator("#rows a[href='" + path + "']")).hasCount(0);
  }

  /** Deleted, and then the button back: a page with a sentence, no text for programs. */
  @Test
  void whatIsGoneIsSaidOnAPage() throws Exception {
    String path = run("?method=uncontrolled", "case18-small");
    Page one = page(path);
    one.getByText("Delete this run").click();
    one.waitForURL(browser().address("/"));
    one.goBack();
    one.reload();
    assertThat(one.locator("h1")).hasText("There is no such thing");
    assertThat(one.locator(".said")).containsText("Maybe it was deleted; / lists all there are.");
    pictures("gone", path);
    assertThat(browser().complaints())
        .isNotEmpty()
        .allMatch(complaint -> complaint.contains("a status of 404"));
    browser().complaints().clear();
  }

  /** Names are shown as they are, whatever is in them and however long they are. */
  @Test
  void namesOfAnyKindFitEveryScreen() throws Exception {
    String name = "Straße 🚗 <b>الليل</b> " + "n".repeat(300);
    String day = BuiltInDays.text("case18-small").replaceFirst("case18-small", name);
    String run = browser().service().submitted("?method=uncontrolled", day);
    browser().service().ended(run);
    String path = run.replace("/api/v1", "");
    Page page = page(path);
    assertThat(page.locator("h1")).containsText("<b>الليل</b>");
    pictures("long-name-list", "/");
    pictures("long-name-run", path);
    browser().service().delete(run);
  }

  /**
   * Two who come to a site: the board says what each does, and why the first one's plan changed.
   */
  @Test
  void theBoardOfALiveSiteShowsWhoIsHereAndFollows() {
    TestService running = browser().service();
    Scenario day = BuiltInDays.read("case69-day");
    String site = "/api/v1/sites/depot";
    running.send("PUT", site, BuiltInDays.text("case69-day"));
    arrive(running, day, "van 1", 1);
    Page page = page("/sites");
    page.locator(".sites").getByText("depot").click();
    assertThat(page.locator("h1")).hasText("depot");
    assertThat(page.locator("tbody tr")).hasCount(1);
    arrive(running, day, "van 2", 2);
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("#board")).containsText("every limit holds by AC power flow");
    assertThat(page.locator("svg.plan rect")).hasCount(22);
    String booking =
        """
        {"newcomers": {"bookings": [{"id": "van 3", "station": "%s", "arrival": "%s",
         "departure": "%s", "batteryKwh": 60, "energyKwh": 12.5}]}, "at": "%s"}"""
            .formatted(
                day.stations().getFirst().id(),
                day.horizon().startOf(4),
                day.horizon().startOf(9),
                day.horizon().startOf(2));
    assertThat(running.send("PUT", site + "/forecasts?deadline=20", booking).statusCode())
        .isEqualTo(200);
    assertThat(page.locator("section[aria-labelledby=coming] tbody tr"))
        .containsText("van 3" + day.stations().getFirst().id() + "Tue 04:00Tue 09:0012.560.0");
    pictures("board", "/sites/depot");
  }

  /** Of two who look at a site one deletes it; and a service that is gone is said to be. */
  @Test
  void aBoardIsNeverOldInSilence() {
    browser().service().send("PUT", "/api/v1/sites/brief", BuiltInDays.text("case18-small"));
    Page one = page("/sites/brief");
    Page other = page("/sites/brief");
    other.route("**/page/sites/**", Route::abort);
    assertThat(other.locator("#stale")).containsText("The service does not answer; what stands");
    other.unroute("**/page/sites/**");
    assertThat(other.locator("#stale")).isEmpty();
    one.onDialog(
        dialog -> {
          assertThat(dialog.message()).isEqualTo("Delete brief with all its plans?");
          dialog.accept();
        });
    one.getByText("Delete this site").click();
    one.waitForURL(browser().address("/sites"));
    assertThat(other.locator("h1")).hasText("There is no such thing");
    assertThat(browser().complaints())
        .isNotEmpty()
        .allMatch(each -> each.matches(".*(a status of 404|Code 404|ERR_FAILED|htmx:).*"));
    browser().complaints().clear();
  }

  /** With a file, a rule and a name; a name that is taken costs nobody its site. */
  @Test
  void aSiteIsMadeOnThePageAndSharesAlike() {
    Page page = page("/sites");
    page.locator("#name").fill("two words");
    page.getByText("Make this site").click();
    assertThat((Boolean) page.locator("#name").evaluate("field => field.validity.valid")).isFalse();
    page.locator("#name").fill("yard");
    page.locator("#fair").selectOption("max-min");
    page.locator("#day").selectOption("case69-day");
    page.locator("#name").press("Enter");
    page.waitForURL(browser().address("/sites/yard"));
    assertThat(page.locator("#board")).containsText("where energy is short all get the same share");
    page.navigate(browser().address("/sites"));
    page.locator("#name").fill("yard");
    choose(page, BuiltInDays.text("case18-small"));
    page.getByText("Make this site").click();
    assertThat(page.locator("#said")).containsText("there is a site 'yard' already");
    assertThat(browser().complaints()).hasSize(1).first().asString().contains("a status of 412");
    browser().complaints().clear();
    String site = browser().service().get("/api/v1/sites/yard").body();
    assertThat(site).contains("\"fair\":\"max-min\"", "2024-04-09T00:00+02:00");
    pictures("sites", "/sites");
    page.locator("#name").fill("yard2");
    page.getByText("Make this site").click();
    page.waitForURL(browser().address("/sites/yard2"));
    assertThat(page.locator("#board")).not().containsText("same share");
  }

  private static void arrive(TestService running, Scenario day, String session, int period) {
    String body =
        """
        {"at": "%s", "station": "%s", "departure": "%s", "batteryKwh": 60, "energyKwh": 20}"""
            .formatted(
                day.horizon().startOf(period),
                day.stations().getFirst().id(),
                day.horizon().startOf(period + 6));
    String path = "/api/v1/sites/depot/sessions/" + session.replace(" ", "%20") + "?deadline=20";
    assertThat(running.send("PATCH", path, body).statusCode()).isEqualTo(200);
  }

  @Test
  void twoRunsStandSideBySideAndAllFitsEveryScreen() throws Exception {
    String alone = run("?method=uncontrolled", "case69-day");
    String planned = run("", "case69-day");
    Page page = page(planned);
    String other = alone.substring(alone.lastIndexOf('/') + 1);
    page.locator("#other").selectOption(other);
    page.getByText("Side by side").click();
    assertThat(page.locator("table.compared tbody tr").first())
        .containsText(Pattern.compile("Cost EUR\\s*1,648.70\\s*1,723.67\\s*\\+74.97"));
    assertThat(page.frameLocator("iframe >> nth=1").locator("h1")).hasText("case69-day");
    String compare = page.url().replaceFirst("^https?://[^/]+", "");
    pictures("list", "/");
    pictures("run", planned);
    pictures("compare", compare);
  }

  private static void pictures(String name, String path) {
    browser().pictures(name, path, BrowserTest::waitForReports);
  }

  private static void waitForReports(Page page) {
    for (int i = 0; i < page.locator("iframe").count(); i++) {
      String frame = "iframe >> nth=" + i;
      assertThat(page.frameLocator(frame).locator("#powers svg").first()).isVisible(VISIBLE);
    }
  }
}
