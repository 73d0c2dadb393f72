package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
          ZONE + "projects/plans",
          ZONE + "projects/plans/new",
          ZONE + "projects/plans/weights",
          ZONE + "projects/18/fits",
          ZONE + "projects/18/benefit",
          ZONE + "promotion",
          ZONE + "promotion/leads",
          ZONE + "promotion/leads/new",
          ZONE + "promotion/chains/petrochemicals",
          ZONE + "promotion/chains/petrochemicals?view=table",
          ZONE + "promotion/chains/petrochemicals/catalysts",
          ZONE + "land/works/new",
          ZONE + "land/works/1/edit",
          ZONE + "factors/new",
          ZONE + "leader",
          ZONE + "reports",
          ZONE + "clusters",
          ZONE + "clusters/new",
          ZONE + "clusters/1/edit",
          ZONE + "clusters/1/members/new",
          ZONE + "clusters/reports",
          ZONE + "services",
          ZONE + "services/calendar",
          ZONE + "services/cases/new",
          ZONE + "services/requests",
          ZONE + "services/visits",
          ZONE + "services/visits/new",
          ZONE + "services/matters",
          ZONE + "governance",
          ZONE + "governance/rounds/1/bureaus",
          ZONE + "governance/rounds/1/indicators/10",
          ZONE + "governance/schemes/1",
          ZONE + "governance/schemes/import",
          ZONE + "governance/persons",
          ZONE + "governance/persons/new",
          ZONE + "enterprises",
          ZONE + "enterprises?q=%E5%A1%91%E6%96%99",
          ZONE + "enterprises/new",
          ZONE + "facts",
          ZONE + "facts/drafts",
          ZONE + "facts/queue",
          ZONE + "facts/measures",
          ZONE + "facts/new?measure=projects-started",
          ZONE + "imports",
          ZONE + "jobs",
          ZONE + "zone",
          ZONE + "zone/departments",
          ZONE + "zone/edit",
          ZONE + "zone/outline",
          ZONE + "zone/targets",
          ZONE + "history",
          ZONE + "search?q=%E8%AF%95%E9%AA%8C",
          ZONE + "no-such-page",
          "/accounts",
          "/accounts/new",
          "/account",
          "/history",
          "/zones",
          "/zones/new",
          "/kit",
          "/help");

  /** Pages whose addresses end in a number: the first that the list names. */
  private static final List<Thing> THINGS =
      List.of(
          new Thing("land", "/land/parcels/\\d+$"),
          new Thing("land/works", "/land/works/\\d+$"),
          new Thing("factors", "/factors/\\d+$"),
          new Thing("projects", "/projects/\\d+$"),
          new Thing("projects/plans", "/projects/plans/\\d+$"),
          new Thing("clusters/reports", "/clusters/reports/edit$"),
          new Thing("services/requests", "/services/requests/\\d+$"),
          new Thing("governance/persons", "/governance/persons/\\d+$"),
          new Thing("reports", "/reports/\\d+$"),
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
    Made made = make(program);
    List<String> faults = new ArrayList<>();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<List<String>> desk =
          both.submit(() -> look(program, made, Browser.Width.DESK, ColorScheme.LIGHT));
      Future<List<String>> phone =
          both.submit(() -> look(program, made, Browser.Width.PHONE, ColorScheme.DARK));
      faults.addAll(desk.get());
      faults.addAll(phone.get());
    }
    assertThat(faults).isEmpty();
  }

  /**
   * What pages need that no sample has.
   *
   * @param pages that come of an upload
   * @param user of an enterprise with a case
   */
  private record Made(List<String> pages, String user, List<String> portal) {}

  private static Made make(Program program) throws IOException {
    program.waitFor(
        program.send("/api/v1/reports/weekly?zone=beifang", Map.of(), "look").number("job"));
    long one = plan(program, "看样方案");
    long two = plan(program, "看样方案二");
    Answer file = Answer.of(program.get("/api/v1/cases?zone=beifang")).list("").getFirst();
    try (Browser browser = Browser.open()) {
      Person administrator = Person.administrator(browser, program);
      administrator.invite(browser, file.number("file.enterpriseId"), "looker", "看样 企业");
      List<String> pages = new ArrayList<>();
      pages.add(ZONE + "projects/plans/compare?a=" + one + "&b=" + two);
      Page page = administrator.page;
      byte[] table = page.request().get(program.url(ZONE + "projects/dispatch.xlsx")).body();
      pages.add(
          upload(
              administrator,
              "projects/dispatch",
              new FilePayload("调度表.xlsx", "application/octet-stream", table),
              "比对"));
      pages.add(
          upload(
              administrator,
              "land/import",
              new FilePayload(
                  "地块.geojson", "application/json", PARCEL.getBytes(StandardCharsets.UTF_8)),
              "上传并预览"));
      return new Made(
          pages, "looker", List.of("/portal", "/portal/cases/" + file.text("file.number")));
    }
  }

  private static long plan(Program program, String name) throws IOException {
    Answer made = program.send("/api/v1/plans?zone=beifang", Map.of("name", name), null);
    program.waitFor(made.number("job"));
    return made.number("plan");
  }

  private static final String PARCEL =
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"编号": "Z-01"},
        "geometry": {"type": "Polygon", "coordinates":
          [[[122.1, 41.1], [122.102, 41.1], [122.102, 41.102], [122.1, 41.102], [122.1, 41.1]]]}}]}
      """;

  /** Uploads a file on a page; answers where one finds what was understood of it. */
  private static String upload(Person person, String page, FilePayload file, String button) {
    person.go(page);
    person.page.locator("#file").setInputFiles(file);
    person.press(button);
    person.page.waitForURL(url -> url.matches(".*/\\d+"));
    return person.page.url().replaceFirst("^http://[^/]+", "");
  }

  /** All pages at one width, in a browser that belongs to the calling thread. */
  private static List<String> look(
      Program program, Made made, Browser.Width width, ColorScheme scheme) throws IOException {
    try (Browser browser = Browser.open()) {
      List<String> faults = new ArrayList<>();
      Look look = Look.in(browser, program, width, scheme, faults);
      look.at("/sign-in");
      look.signIn("admin", Program.PASSWORD);
      PAGES.forEach(look::at);
      THINGS.forEach(look::at);
      made.pages().forEach(look::at);
      look.linked("/help", "/help/[a-z-]+$").forEach(look::at);
      look.at(look.linked("/accounts", "/accounts/\\d+/\\d+$").getFirst());
      look.at(look.linked("/history", "/history/\\d+$").getFirst());
      look.at(look.linked(ZONE + "enterprises", "/enterprises/\\d+$").getFirst() + "/edit");

      Look portal = Look.in(browser, program, width, scheme, faults);
      portal.signIn(made.user(), Person.password(made.user()));
      made.portal().forEach(portal::at);
      return faults;
    }
  }

  private static String axe() throws IOException {
    try (InputStream script = LookIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private record Look(Page page, Program program, Browser.Width width, List<String> faults) {

    static Look in(
        Browser browser,
        Program program,
        Browser.Width width,
        ColorScheme scheme,
        List<String> faults)
        throws IOException {
      Page page = browser.window(width, scheme);
      page.context().addInitScript(axe());
      return new Look(page, program, width, faults);
    }

    void signIn(String username, String password) {
      page.navigate(program.url("/sign-in"));
      page.getByLabel("用户名").fill(username);
      page.getByLabel("密码").fill(password);
      page.locator("button.strong").click();
      page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static final String RULES_BROKEN =
        """
        async () => (await axe.run(document, {resultTypes: ['violations']})).violations
          .map(rule => rule.id + ' ' + rule.nodes[0].html)
        """;

    private static final String MAP_WITHOUT_ROOM =
        "[...document.querySelectorAll('.ol-viewport')].some(map => map.clientHeight < 100)";

    void at(Thing thing) {
      List<String> found = linked(ZONE + thing.list(), thing.address());
      if (found.isEmpty()) {
        faults.add(width + " " + thing.list() + ": names no " + thing.address());
      } else {
        at(found.getFirst());
      }
    }

    /** Where the links of a page lead whose paths are like that. */
    List<String> linked(String address, String like) {
      page.navigate(program.url(address));
      return ((List<?>)
              page.evaluate(
                  "like => [...document.querySelectorAll('main a')]"
                      + ".filter(a => new RegExp(like).test(a.pathname))"
                      + ".map(a => a.pathname + a.search)",
                  like))
          .stream().map(String::valueOf).distinct().toList();
    }

    void at(String address) {
      int status = page.navigate(program.url(address)).status();
      boolean led = !page.url().startsWith(program.url(address.replaceFirst("\\?.*", "")));
      if (led || status != (address.endsWith("no-such-page") ? 404 : 200)) {
        faults.add(width + " " + address + ": " + status + " at " + page.url());
      }
      picture(address);
      ((List<?>) page.evaluate(RULES_BROKEN))
          .forEach(rule -> faults.add(width + " " + address + ": " + rule));
      int over =
          ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
      if (over > 0) {
        faults.add(width + " " + address + ": " + over + " px wider than the window");
      }
      if ((boolean) page.evaluate(MAP_WITHOUT_ROOM)) {
        faults.add(width + " " + address + ": the map is drawn in a box without height");
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
