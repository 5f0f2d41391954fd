package io.evenflow.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests before a service of their own, each in a window of its own, in which nothing is amiss. */
abstract class InABrowser {
  @TempDir private static @Nullable Path folder;
  private static @Nullable TestBrowser browser;
  private @Nullable BrowserContext window;

  @BeforeAll
  static void start() {
    browser = TestBrowser.start(Objects.requireNonNull(folder));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      browser = null;
    }
  }

  static TestBrowser browser() {
    return Objects.requireNonNull(browser);
  }

  BrowserContext window() {
    return Objects.requireNonNull(window);
  }

  @BeforeEach
  void open() {
    window = browser().window(1400, ColorScheme.LIGHT);
  }

  @AfterEach
  void nothingWasAmiss() {
    window().close();
    assertThat(browser().complaints()).noneMatch(this::isAmiss);
    browser().complaints().clear();
  }

  /** Whether nobody expects a line of the console. */
  boolean isAmiss(String complaint) {
    return true;
  }
}
