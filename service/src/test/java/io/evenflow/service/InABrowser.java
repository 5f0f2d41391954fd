package io.evenflow.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests before one service, each in a window of its own, in which nothing is amiss. */
@ResourceLock("browser")
abstract class InABrowser {
  /** Both take seconds to start, so they stay until all tests have ended. */
  @RegisterExtension
  static final BeforeAllCallback STARTED =
      context ->
          browser =
              context
                  .getRoot()
                  .getStore(Namespace.GLOBAL)
                  .computeIfAbsent("browser", key -> TestBrowser.start(), TestBrowser.class);

  private static @Nullable TestBrowser browser;
  private @Nullable BrowserContext window;

  static TestBrowser browser() {
    return Objects.requireNonNull(browser);
  }

  BrowserContext window() {
    return Objects.requireNonNull(window);
  }

  @BeforeEach
  void open() {
    window = browser().window(TestBrowser.WIDE, ColorScheme.LIGHT);
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
