package io.evenflow.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A day is made of tables and changed in tables, in a real browser; the server says what fits. */
class EditorTest extends InABrowser {
  private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);

  /** Arrivals have a name of their own, times no zone, and energies can be kWh or Wh. */
  private static final String SESSIONS =
      """
      id,where,came,departure,energy
      a,north,2024-04-09 08:00,2024-04-09 12:00,500
      b,south,2024-04-09 09:30,2024-04-09 17:00,800
      """;

  private static final String PRICES =
      """
      from,end,wind,Preis
      2024-04-09T00:00:00+02:00,2024-04-10T00:00:00+02:00,3,80
      """;

  /** What the server refused is in the console, too. */
  @Override
  boolean isAmiss(String complaint) {
    return !complaint.contains("a status of 422");
  }

  private Page page(String path) {
    Page page = window().newPage();
    page.navigate(browser().address(path));
    return page;
  }

  private static void choose(Page page, String input, String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    page.locator(input).setInputFiles(new FilePayload(name, "text/csv", bytes));
  }

  /** Each thing the tables do not say is asked for, at the control that answers it. */
  @Test
  void tablesBecomeADayAndWhatTheyDoNotSayIsAskedFor() {
    Page page = page("/import");
    choose(page, "#sessions-file", "day.csv", SESSIONS);
    choose(page, "#prices-file", "prices.csv", PRICES);
    assertThat(page.locator(".mapping[data-table=sessions] .count")).hasText("2 lines");
    assertThat(page.locator("#column-departure")).hasValue("departure");
    assertThat(page.locator("#column-arrival")).hasValue("");
    Locator make = page.getByText("Make the day");
    make.click();
    assertThat(page.locator(".asked"))
        .hasText(
            Pattern.compile("day.csv: has no column of arrivals among .* --column arrival=.*"));
    assertThat(page.locator("#column-arrival")).isFocused();
    page.locator("#column-arrival").selectOption("came");
    assertThat(page.locator("tr:has(#column-arrival) .example"))
        .containsText("2024-04-09 08:00 · 2024-04-09 09:30");
    page.locator("#column-charger").selectOption("where");
    make.click();
    assertThat(page.locator(".asked"))
        .containsText("energy, with a median of 800, can be kWh or Wh");
    assertThat(page.locator("#flag-energy-unit")).isFocused();
    page.locator("#flag-energy-unit").selectOption("Wh");
    make.click();
    assertThat(page.locator(".asked")).containsText("its times have no offset from UTC");
    assertThat(page.locator("#flag-zone")).isFocused();
    page.locator("#flag-zone").fill("Europe/Berlin");
    page.locator("#flag-zone").press("Enter");
    assertThat(page.locator(".asked"))
        .containsText("has no column of starts among from, end, wind, Preis");
    assertThat(page.locator("#column-start")).isFocused();
    page.locator("#column-start").selectOption("from");
    make.click();
    assertThat(page.locator(".asked")).containsText("has no column of prices among");
    assertThat(page.locator("#column-price")).isFocused();
    page.locator("#column-price").selectOption("Preis");
    assertThat(page.locator("tr:has(#column-price) .example")).hasText("80");
    make.click();
    assertThat(page.locator("#assumptions")).containsText("day.csv: each session wants its energy");
    assertThat(page.locator("#assumptions"))
        .containsText("prices.csv: 'Preis' is taken for prices in EUR/MWh");
    assertThat(page.locator("#sessions tbody tr")).hasCount(2);
    assertThat(page.getByLabel("target energy of b")).hasValue("0.8");
    page.getByText("Run this day").click();
    page.waitForURL(Pattern.compile(".*/runs/.*"));
    assertThat(page.locator("#status")).containsText("done, optimal", PATIENTLY);
    page.getByText("Edit and run again").click();
    assertThat(page.locator("#sessions tbody tr")).hasCount(2);
  }

  /** What is refused stays out and is said at its field; it fits once another field fits it. */
  @Test
  void changesAreCheckedAtOnceAtTheirFields() throws Exception {
    Page page = page("/edit?day=case18-small");
    Locator departure = page.getByLabel("departure of ev1", exact());
    String before = departure.inputValue();
    departure.fill("0");
    departure.press("Tab");
    assertThat(departure).hasAttribute("aria-invalid", "true");
    Locator cell = page.locator("td:has(input[aria-invalid]) .wrong");
    assertThat(cell).containsText(Pattern.compile("session 'ev1': .* Maybe "));
    assertThat(page.locator("#state")).containsText("1 change is not in the scenario yet.");
    Locator battery = page.getByLabel("battery of ev1", exact());
    battery.fill("lots");
    battery.press("Tab");
    assertThat(page.locator("#state")).containsText("2 changes are not");
    assertThat(page.locator("td:has([aria-label='battery of ev1']) .wrong"))
        .containsText("batteryKwh must be a number, not the text \"lots\"");
    page.getByText("Run this day").click();
    assertThat(page.locator("#refused")).containsText("Some fields are marked");
    battery.fill("120");
    battery.press("Tab");
    departure.fill(before);
    departure.press("Tab");
    assertThat(page.locator("#state")).hasText("All of it makes sense.");
    assertThat(page.locator("[aria-invalid]")).hasCount(0);
    page.getByLabel("voltage min", exact()).fill("0.91");
    page.getByLabel("voltage min", exact()).press("Tab");
    page.locator("#sessions").getByText("Add another").click();
    assertThat(page.locator("#sessions tbody tr")).hasCount(5);
    page.getByLabel("Remove ev2", new Page.GetByLabelOptions().setExact(true)).click();
    assertThat(page.locator("#sessions tbody tr")).hasCount(4);
    page.locator("#stations tbody button").first().click();
    assertThat(page.locator("#refused")).containsText("does not exist");
    Download file = page.waitForDownload(() -> page.getByText("Save as a file").click());
    var day = ScenarioReader.read("saved", Files.readString(file.path()));
    assertThat(day.sessions().getFirst().batteryKwh()).isEqualTo(120);
    assertThat(day.limits().voltageMinPu()).isEqualTo(0.91);
    assertThat(day.sessions()).noneMatch(session -> session.id().equals("ev2"));
  }

  private static void type(Page page, String label, String text) {
    Locator field = page.getByLabel(label, exact());
    field.fill(text);
    field.press("Tab");
  }

  private static Locator note(Page page, String label) {
    return page.locator("td:has([aria-label='" + label + "']) > .wrong");
  }

  private static Scenario saved(Page page) throws IOException {
    assertThat(page.locator("#state")).hasText("All of it makes sense.");
    Download file = page.waitForDownload(() -> page.getByText("Save as a file").click());
    return ScenarioReader.read("saved", Files.readString(file.path()));
  }

  /** A depot: vans that come and go, a battery, PV, prices and loads by half hours. */
  @Test
  void vehiclesBatteriesAndPvAreEditedAsSessionsAre() throws Exception {
    Page page = page("/edit?day=depot-day");
    assertThat(page.locator("details:has(#vehicles) .count")).hasText("10");
    type(page, "start energy of van1", "80");
    assertThat(note(page, "start energy of van1")).containsText("vehicle 'van1': ");
    type(page, "start energy of van1", "20");
    page.getByLabel("stays of van1", exact()).click();
    type(page, "departure of row 1", "26");
    assertThat(note(page, "departure of row 1")).containsText("vehicle 'van1'");
    type(page, "departure of row 1", "13");
    page.getByLabel("Remove row 3", new Page.GetByLabelOptions().setExact(true)).click();
    assertThat(page.getByLabel("departure of row 3", exact())).hasCount(0);
    page.locator("#vehicles .within").getByText("Add another").click();
    assertThat(page.getByLabel("arrival of row 3", exact())).hasValue("28");
    type(page, "min energy of rack", "130");
    assertThat(note(page, "min energy of rack"))
        .containsText("battery 'rack': minEnergyKwh (130.0 kWh) must be at most");
    type(page, "min energy of rack", "6");
    type(page, "rating of roof", "-1");
    assertThat(note(page, "rating of roof")).containsText("solar 'roof': ratingKva (-1");
    type(page, "rating of roof", "95");
    page.getByLabel("curtailable of roof", exact()).selectOption("false");
    assertThat(note(page, "curtailable of roof")).containsText("solar 'roof': ");
    page.getByLabel("curtailable of roof", exact()).selectOption("true");
    page.locator("#batteries").getByText("Add another").click();
    assertThat(page.locator("#batteries tbody tr")).hasCount(2);
    type(page, "emissions price", "80");
    Scenario day = saved(page);
    assertThat(day.vehicles().getFirst().startEnergyKwh()).isEqualTo(20);
    assertThat(day.vehicles().getFirst().stays())
        .extracting(stay -> stay.arrival() + "-" + stay.departure())
        .containsExactly("0-13", "25-28", "28-48");
    assertThat(day.batteries()).extracting(each -> each.id()).containsExactly("rack", "rack2");
    assertThat(day.batteries().getFirst().minEnergyKwh()).isEqualTo(6);
    assertThat(day.solar().getFirst().ratingKva()).isEqualTo(95);
  }

  /** What a scenario has none of begins with a row that makes sense, or says what it lacks. */
  @Test
  void rowsOfEachKindCanBeBegun() throws Exception {
    Page page = page("/edit?day=case18-small");
    for (String kind : List.of("vehicles", "groups", "solar", "batteries")) {
      begin(page, kind);
      assertThat(page.locator("#state")).hasText("All of it makes sense.");
    }
    // No case has a branch from bus 1 to itself: the row is there, and out of the day until it
    // fits.
    begin(page, "branchScaling");
    Locator sentence = page.locator("#branchScaling .note .wrong");
    assertThat(sentence).containsText("has no branch 1-1 in service");
    assertThat(page.locator("#state")).hasText("1 change is not in the scenario yet.");
    page.locator("#solar").getByText("Add another").click();
    assertThat(page.locator("#refused")).containsText("Maybe mend them before rows come or go.");
    type(page, "to of row 1", "2");
    assertThat(sentence).hasCount(0);
    Scenario day = saved(page);
    assertThat(day.branchScaling()).hasSize(1);
    assertThat(day.vehicles().getFirst().stays()).hasSize(1);
    assertThat(day.groups().getFirst().stations()).containsExactly(day.stations().getFirst().id());
  }

  private static void begin(Page page, String kind) {
    page.locator("details:has(#" + kind + ") summary").click();
    page.locator("#" + kind).getByText("Add one").click();
    assertThat(page.locator("#" + kind + " tbody tr").first()).isVisible();
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  @Test
  void bothPagesFitEveryScreen() {
    browser()
        .pictures(
            "import",
            "/import",
            page -> {
              choose(page, "#prices-file", "prices.csv", PRICES);
              choose(page, "#sessions-file", "day.csv", SESSIONS);
              assertThat(page.locator(".mapping[data-table=sessions] .count")).hasText("2 lines");
              page.locator("#column-arrival").selectOption("came");
              page.getByText("Make the day").click();
              assertThat(page.locator(".asked")).containsText("can be kWh or Wh");
            });
    browser()
        .pictures(
            "editor",
            "/edit?day=case18-small",
            page -> {
              type(page, "departure of ev1", "0");
              assertThat(page.locator("#state")).containsText("1 change is not");
            });
    browser()
        .pictures(
            "editor-depot",
            "/edit?day=depot-day",
            page -> {
              begin(page, "ratings");
              page.getByLabel("stays of van2", exact()).click();
              type(page, "departure of row 1", "40");
              assertThat(page.locator("#state")).containsText("2 changes are not");
              assertThat(page.locator("#ratings .note .wrong")).containsText("has no branch 1-1");
            });
    assertThat(List.copyOf(browser().complaints())).isNotEmpty();
  }
}
