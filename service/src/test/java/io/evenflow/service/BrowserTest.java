package io.evenflow.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.evenflow.io.BuiltInDays;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.http.TestService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person does with the page, in a real browser: start, watch, look, compare, download. No
 * error may stand in the browser's console, and nothing may be asked of another host.
 */
class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final double SECONDS = 1000;
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60 * SECONDS);

  private static final LocatorAssertions.IsVisibleOptions VISIBLE =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60 * SECONDS);

  /** Where pictures of the page go, for a person to look at. */
  private static final Path PICTURES = Path.of("target", "pictures");

  private static final String CONTRAST = contrast();

  @TempDir private static @Nullable Path folder;
  private static @Nullable TestService service;
  private static @Nullable Playwright playwright;
  private static @Nullable Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private @Nullable BrowserContext context;

  private static String contrast() {
    try (InputStream script = BrowserTest.class.getResourceAsStream("contrast.js")) {
      byte[] bytes = Objects.requireNonNull(script).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @BeforeAll
  static void start() {
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(Files.exists(CHROMIUM), "no Chromium at " + CHROMIUM);
    }
    service = new TestService(TestService.options(Objects.requireNonNull(folder)));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (service != null) {
      service.close();
    }
  }

  @BeforeEach
  void open() {
    context = context(1400, ColorScheme.LIGHT);
  }

  private BrowserContext context(int width, ColorScheme scheme) {
    BrowserContext made =
        Objects.requireNonNull(browser)
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(scheme)
                    .setAcceptDownloads(true));
    made.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    made.onWebError(error -> complaints.add(error.error()));
    made.onRequest(
        request -> {
          if (!request.url().startsWith(address("")) && !request.url().startsWith("blob:")) {
            complaints.add("asked for " + request.url());
          }
        });
    return made;
  }

  @AfterEach
  void nothingWasAmiss() {
    Objects.requireNonNull(context).close();
    assertThat(complaints).isEmpty();
  }

  private static String address(String path) {
    return Objects.requireNonNull(service).uri(path).toString();
  }

  private static String run(String query, String day) throws InterruptedException {
    TestService running = Objects.requireNonNull(service);
    String path = running.submitted(query, BuiltInDays.text(day));
    running.ended(path);
    return path.replace("/api/v1", "");
  }

  private Page page(String path) {
    Page page = Objects.requireNonNull(context).newPage();
    page.navigate(address(path));
    return page;
  }

  @Test
  void aBuiltInDayIsRunWatchedAndLookedAtWithTheKeyboardAlone() throws Exception {
    Page page = page("/");
    page.locator("#day").focus();
    page.keyboard().type("case18");
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
    assertThat(complaints).hasSize(1).first().asString().contains("a status of 422");
    complaints.clear();
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
    one.waitForURL(address("/"));
    assertThat(one.locator("#rows a[href='" + path + "']")).hasCount(0);
  }

  /**
   * Two who come to a site: the board says what each does, and why the first one's plan changed.
   */
  @Test
  void theBoardOfALiveSiteShowsWhoIsHereAndFollows() {
    TestService running = Objects.requireNonNull(service);
    Scenario day = BuiltInDays.read("case69-day");
    String site = "/api/v1/sites/depot";
    running.send("PUT", site, BuiltInDays.text("case69-day"));
    arrive(running, day, "van 1", 1);
    Page page = page("/sites");
    page.getByText("depot").click();
    assertThat(page.locator("h1")).hasText("depot");
    assertThat(page.locator("tbody tr")).hasCount(1);
    arrive(running, day, "van 2", 2);
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("#board")).containsText("every limit holds by AC power flow");
    assertThat(page.locator("svg.plan rect")).hasCount(22);
    pictures("board", "/sites/depot");
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

  private void pictures(String name, String path) {
    for (int width : List.of(1400, 390)) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        picture(name, path, width, scheme);
      }
    }
  }

  /** Kept for a person; a page that is wider than the screen fails. */
  private void picture(String name, String path, int width, ColorScheme scheme) {
    try (BrowserContext own = context(width, scheme)) {
      Page page = own.newPage();
      page.navigate(address(path));
      for (int i = 0; i < page.locator("iframe").count(); i++) {
        String frame = "iframe >> nth=" + i;
        assertThat(page.frameLocator(frame).locator("#powers svg").first()).isVisible(VISIBLE);
      }
      Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
      assertThat(wide.intValue()).as(name + " at " + width).isLessThanOrEqualTo(width);
      assertThat((List<?>) page.evaluate(CONTRAST)).as(name + " in " + scheme).isEmpty();
      if (page.frames().size() > 1) {
        Object low = page.frames().get(1).evaluate(CONTRAST);
        assertThat((List<?>) low).as("report in " + scheme).isEmpty();
      }
      String file = "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
      page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
    }
  }
}
