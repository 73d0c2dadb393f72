package org.mujian.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The handbook inside the program is the one in docs. */
class HandbookTest {

  private final Handbook handbook = new Handbook();

  @Test
  void everyPageOfTheHandbookIsListedAndHasATitle() throws IOException {
    Set<String> files;
    try (var listed = Files.list(Path.of("../docs/handbook"))) {
      files =
          listed
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> name.replace(".md", ""))
              .filter(name -> !name.equals("index"))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertThat(new TreeSet<>(handbook.titles().keySet())).isEqualTo(files);
    assertThat(handbook.titles().keySet())
        .as("the index's order")
        .startsWith("start", "line", "sign-in");
    assertThat(handbook.titles().values()).allSatisfy(title -> assertThat(title).isNotBlank());
  }

  @Test
  void linksBetweenPagesLeadToPages() {
    Pattern link = Pattern.compile("href=\"([^\"#]+)");
    for (String name : handbook.titles().keySet()) {
      String html = handbook.find(name).orElseThrow().html();
      assertThat(link.matcher(html).results().map(found -> found.group(1)))
          .as(name)
          .allSatisfy(
              href -> {
                assertThat(href).matches("(/help/|https?://).+");
                String target = href.replaceFirst("^/help/", "");
                assertThat(
                        target.equals(href)
                            || handbook.find(target).isPresent()
                            || handbook.findScript(target.replace(".sql", "")).isPresent())
                    .as(href)
                    .isTrue();
              });
    }
  }

  @Test
  void picturesAreThereAndSayWhatTheyShow() {
    Pattern picture = Pattern.compile("<img src=\"([^\"]+)\" alt=\"([^\"]*)\"");
    long shown = 0;
    for (String name : handbook.titles().keySet()) {
      for (var found :
          picture.matcher(handbook.find(name).orElseThrow().html()).results().toList()) {
        assertThat(found.group(1)).as(name).matches("/help/[a-z-]+\\.jpg");
        String file = found.group(1).replaceAll("/help/|\\.jpg", "");
        assertThat(handbook.findPicture(file)).as(found.group(1)).isPresent();
        assertThat(found.group(2)).as(found.group(1)).isNotBlank();
        shown++;
      }
    }
    assertThat(shown).isPositive();
    assertThat(handbook.findPicture("../secret")).isEmpty();
  }

  @Test
  void whatMayBeWiderThanAPhoneScrollsByKeysToo() {
    String html =
        handbook.find("command-line").orElseThrow().html()
            + handbook.find("backup").orElseThrow().html();
    assertThat(html).contains("<table tabindex=\"0\">", "<pre tabindex=\"0\">");
  }

  @Test
  void helpIconsLeadToPages() throws IOException {
    Pattern help = Pattern.compile("\\bhelp = \"([a-z-]+)\"");
    Set<String> asked = new TreeSet<>();
    try (var templates = Files.walk(Path.of("src/main/jte"))) {
      for (Path file : templates.filter(f -> f.toString().endsWith(".jte")).toList()) {
        help.matcher(Files.readString(file)).results().forEach(f -> asked.add(f.group(1)));
      }
    }
    assertThat(asked).contains("wall", "zone");
    assertThat(asked).allSatisfy(name -> assertThat(handbook.find(name)).as(name).isPresent());
  }

  @Test
  void aNameThatIsNoPageFindsNothing() {
    assertThat(handbook.find("nothing")).isEmpty();
    assertThat(handbook.find("../application")).isEmpty();
    assertThat(handbook.find("")).isEmpty();
  }
}
