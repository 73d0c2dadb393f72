package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A look at every page at both widths: no rule of axe is broken and nothing is wider than the
 * window. The desk is light and the phone dark, and both are looked at by all rules of axe, as
 * before; what changed for speed is how: the two widths go side by side, each in a browser of its
 * own, axe's script is handed to the browser once instead of once a page, and pictures are taken
 * only when {@code mujian.pictures} is true ({@code mvn verify -Plong}).
 */
@ExtendWith(House.class)
@Order(5)
class LookIT {

  private static final String ZONE = "/z/beifang/";

  /** Every page that has an address of its own. */
  private static final List<String> PAGES =
      List.of(
          ZONE + "today",
          ZONE + "today?mine",
          ZONE + "wall",
          ZONE + "land",
          ZONE + "land?status=waiting",
          ZONE + "land/parcels/new",
          ZONE + "land/parcels/7/reserve",
          ZONE + "land/parcels/7/steps/clear",
          ZONE + "land/parcels/7/connections/power",
          ZONE + "land/works",
          ZONE + "land/works/1?finish=2099-12-31",
          ZONE + "land/import",
          ZONE + "land/recognition",
          ZONE + "factors",
          ZONE + "projects",
          ZONE + "projects?light=bad",
          ZONE + "projects/new",
          ZONE + "projects/8/edit",
          ZONE + "projects/8/reserve",
          ZONE + "projects/dispatch",
          ZONE + "projects/dispatch?projected",
          ZONE + "projects/plan",
          ZONE + "projects/meetings",
          ZONE + "promotion",
          ZONE + "promotion/leads",
          ZONE + "promotion/leads/new",
          ZONE + "promotion/chains/petrochemicals",
          ZONE + "promotion/chains/petrochemicals?view=table",
          ZONE + "promotion/chains/petrochemicals/catalysts",
          ZONE + "land/works/new",
          ZONE + "factors/new",
          ZONE + "leader",
          ZONE + "reports",
          ZONE + "clusters",
          ZONE + "clusters/new",
          ZONE + "services",
          ZONE + "services/requests",
          ZONE + "services/visits",
          ZONE + "services/matters",
          ZONE + "governance",
          ZONE + "governance/persons",
          ZONE + "enterprises",
          ZONE + "enterprises?q=%E5%A1%91%E6%96%99",
          ZONE + "enterprises/new",
          ZONE + "facts",
          ZONE + "imports",
          ZONE + "jobs",
          ZONE + "zone",
          ZONE + "history",
          ZONE + "search?q=%E8%AF%95%E9%AA%8C",
          ZONE + "no-such-page",
          "/accounts",
          "/accounts/new",
          "/account",
          "/history",
          "/zones/new",
          "/kit",
          "/help",
          "/help/start",
          "/help/land",
          "/help/factors",
          "/help/projects",
          "/help/promotion");

  /** Pages whose addresses end in a number: the first that the list names. */
  private static final List<Thing> THINGS =
      List.of(
          new Thing("land", "/land/parcels/\\d+$"),
          new Thing("land/works", "/land/works/\\d+$"),
          new Thing("factors", "/factors/\\d+$"),
          new Thing("projects", "/projects/\\d+$"),
          new Thing("projects/meetings", "/projects/meetings/\\d+$"),
          new Thing("promotion/leads", "/promotion/leads/\\d+$"),
          new Thing("clusters", "/clusters/\\d+$"),
          new Thing("services", "/services/cases/[\\w-]+$"),
          new Thing("governance", "/governance/rounds/\\d+$"),
          new Thing("enterprises", "/enterprises/\\d+$"),
          new Thing("facts", "/facts/\\d+$"),
          new Thing("imports", "/imports/\\d+$"),
          new Thing("jobs", "/jobs/\\d+$"),
          new Thing("history", "/history/\\d+$"));

  private record Thing(String list, String address) {}

  @Test
  void everyPageIsAccessibleAndFitsAtBothWidthsInBothThemes(Program program) throws Exception {
    program.tagTheCity();
    program.postCsv("/api/v1/imports?kind=enterprises&zone=beifang", "look.csv", Registry.small());
    List<String> faults = new ArrayList<>();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<List<String>> desk =
          both.submit(() -> look(program, Browser.Width.DESK, ColorScheme.LIGHT));
      Future<List<String>> phone =
          both.submit(() -> look(program, Browser.Width.PHONE, ColorScheme.DARK));
      faults.addAll(desk.get());
      faults.addAll(phone.get());
    }
    assertThat(faults).isEmpty();
  }

  /** All pages at one width, in a browser that belongs to the calling thread. */
  private static List<String> look(Program program, Browser.Width width, ColorScheme scheme)
      throws IOException {
    try (Browser browser = Browser.open()) {
      Page page = browser.window(width, scheme);
      page.context().addInitScript(axe());
      Look look = new Look(page, program, width, new ArrayList<>());
      look.at("/sign-in");
      page.getByLabel("用户名").fill("admin");
      page.getByLabel("密码").fill(Program.PASSWORD);
      page.locator("button.strong").click();
      page.waitForURL(url -> !url.contains("sign-in"));
      PAGES.forEach(look::at);
      THINGS.forEach(look::at);
      return look.faults();
    }
  }

  private static String axe() throws IOException {
    try (InputStream script = LookIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private record Look(Page page, Program program, Browser.Width width, List<String> faults) {

    private static final String RULES_BROKEN =
        """
        async () => (await axe.run(document, {resultTypes: ['violations']})).violations
          .map(rule => rule.id + ' ' + rule.nodes[0].html)
        """;

    void at(Thing thing) {
      page.navigate(program.url(ZONE + thing.list()));
      String address =
          (String)
              page.evaluate(
                  "like => [...document.querySelectorAll('main a')].map(a => a.pathname)"
                      + ".find(path => new RegExp(like).test(path)) ?? ''",
                  thing.address());
      if (address.isEmpty()) {
        faults.add(width + " " + thing.list() + ": names no " + thing.address());
      } else {
        at(address);
      }
    }

    void at(String address) {
      page.navigate(program.url(address));
      picture(address);
      ((List<?>) page.evaluate(RULES_BROKEN))
          .forEach(rule -> faults.add(width + " " + address + ": " + rule));
      int over =
          ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
      if (over > 0) {
        faults.add(width + " " + address + ": " + over + " px wider than the window");
      }
    }

    private void picture(String address) {
      if (!Boolean.getBoolean("mujian.pictures")) {
        return;
      }
      Path folder = Path.of("target", "pictures", width.name().toLowerCase(Locale.ROOT));
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(folder.resolve(address.replaceAll("[^a-z0-9]+", "_") + ".png")));
    }
  }
}
