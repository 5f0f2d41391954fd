package io.evenflow.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
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
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser before a service of the test's own. It takes note of errors in its console and of
 * whatever is asked of another host.
 */
final class TestBrowser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** Where pictures of the page go, for a person to look at, with -Devenflow.pictures=true. */
  private static final Path PICTURES = Path.of("target", "pictures");

  /** They take longer than all that is checked of the pages. */
  private static final boolean IS_TAKEN = Boolean.getBoolean("evenflow.pictures");

  /** Screens of a desk and of a phone. Unit: px */
  static final int WIDE = 1400;

  private static final int NARROW = 390;
  private static final int HEIGHT = 900;

  private static final String CONTRAST = contrast();

  private final TestService service;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private TestBrowser(TestService service, Playwright playwright) {
    this.service = service;
    this.playwright = playwright;
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

  /** Starts both; where there is no browser the test is skipped, but not in CI. */
  static TestBrowser start() {
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(Files.exists(CHROMIUM), "no Chromium at " + CHROMIUM);
    }
    TestService service = new TestService();
    service.begin();
    Map<String, String> offline = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return new TestBrowser(
        service, Playwright.create(new Playwright.CreateOptions().setEnv(offline)));
  }

  private static String contrast() {
    try (InputStream script = TestBrowser.class.getResourceAsStream("contrast.js")) {
      byte[] bytes = Objects.requireNonNull(script).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  TestService service() {
    return service;
  }

  /** What was amiss since it was last forgotten. */
  List<String> complaints() {
    return complaints;
  }

  String address(String path) {
    return service.uri(path).toString();
  }

  /** A window as a person has it. */
  BrowserContext window(int width, ColorScheme scheme) {
    BrowserContext made =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
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

  /**
   * A page at two widths, light and dark. One that is wider than the screen or hard to read fails;
   * pictures are kept for a person who asks for them.
   *
   * @param prepare what is done with the page before it is looked at
   */
  void pictures(String name, String path, Consumer<Page> prepare) {
    try (BrowserContext own = window(NARROW, ColorScheme.LIGHT)) {
      Page page = own.newPage();
      page.navigate(address(path));
      prepare.accept(page);
      picture(name, page, NARROW, ColorScheme.LIGHT);
      // colours are the same at both widths, and what fits in the light fits in the dark
      if (IS_TAKEN) {
        picture(name, page, NARROW, ColorScheme.DARK);
      }
      picture(name, page, WIDE, ColorScheme.LIGHT);
      picture(name, page, WIDE, ColorScheme.DARK);
    }
  }

  private static void picture(String name, Page page, int width, ColorScheme scheme) {
    page.setViewportSize(width, HEIGHT);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
    assertThat(wide.intValue()).as(name + " at " + width).isLessThanOrEqualTo(width);
    assertThat((List<?>) page.evaluate(CONTRAST)).as(name + " in " + scheme).isEmpty();
    if (page.frames().size() > 1) {
      Object low = page.frames().get(1).evaluate(CONTRAST);
      assertThat((List<?>) low).as("report in " + scheme).isEmpty();
    }
    if (IS_TAKEN) {
      String file = "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
      page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
    }
  }

  @Override
  public void close() {
    playwright.close();
    service.end();
  }
}
