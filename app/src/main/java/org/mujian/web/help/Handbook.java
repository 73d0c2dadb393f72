package org.mujian.web.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The handbook: {@code docs/handbook/*.md}, packaged with the program. {@code index.md} gives the
 * pages their order. Markdown only: HTML in it is shown as text.
 */
@Component
class Handbook {

  static final String INDEX = "index";

  private static final String NAME = "[a-z][a-z0-9-]*";

  /** What may be wider than a phone: it scrolls by itself, and by keys only when it has focus. */
  private static final Set<String> WIDE = Set.of("pre", "table");

  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> {
                    if (WIDE.contains(tag)) {
                      attributes.put("tabindex", "0");
                    }
                  })
          .build();

  /** A page: its name in the address, its title, and its text as HTML. */
  record Rendered(String name, String title, String html) {}

  /** The titles of the pages by name: in the order of the index, then those it does not link. */
  Map<String, String> titles() {
    Set<String> names = new LinkedHashSet<>(linked(parse(INDEX).orElseThrow()));
    names.addAll(packaged());
    names.remove(INDEX);
    Map<String, String> titles = new LinkedHashMap<>();
    for (String name : names) {
      parse(name).ifPresent(page -> titles.put(name, title(page)));
    }
    return titles;
  }

  Optional<Rendered> find(String name) {
    return parse(name)
        .map(
            page -> {
              page.accept(new Relinking());
              return new Rendered(name, title(page), renderer.render(page));
            });
  }

  /** A script that a page refers to, as text. */
  Optional<String> findScript(String name) {
    ClassPathResource file = new ClassPathResource("handbook/" + name + ".sql");
    if (!name.matches(NAME) || !file.exists()) {
      return Optional.empty();
    }
    try {
      return Optional.of(file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture that a page shows, as JPEG. */
  Optional<Resource> findPicture(String name) {
    ClassPathResource file = new ClassPathResource("handbook/" + name + ".jpg");
    return name.matches(NAME) && file.exists() ? Optional.of(file) : Optional.empty();
  }

  private static Set<String> packaged() {
    try {
      Set<String> names = new TreeSet<>();
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:handbook/*.md")) {
        names.add(String.valueOf(file.getFilename()).replace(".md", ""));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Node> parse(String name) {
    ClassPathResource file = new ClassPathResource("handbook/" + name + ".md");
    if (!name.matches(NAME) || !file.exists()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.parse(file.getContentAsString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> linked(Node index) {
    List<String> names = new ArrayList<>();
    index.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            if (link.getDestination().matches("[a-z][a-z0-9-]*\\.md")) {
              names.add(link.getDestination().replace(".md", ""));
            }
          }
        });
    return names;
  }

  private static String title(Node page) {
    StringBuilder title = new StringBuilder();
    page.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            if (heading.getLevel() == 1 && title.isEmpty()) {
              visitChildren(heading);
            }
          }

          @Override
          public void visit(Text text) {
            if (text.getParent() instanceof Heading heading && heading.getLevel() == 1) {
              title.append(text.getLiteral());
            }
          }
        });
    return title.toString();
  }

  /** Links between the files, which work where the files are read, lead to the pages here. */
  private static final class Relinking extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      if (link.getDestination().matches("[a-z][a-z0-9-]*\\.md(#.*)?")) {
        link.setDestination("/help/" + link.getDestination().replaceFirst("\\.md", ""));
      } else if (link.getDestination().matches("[a-z][a-z0-9-]*\\.sql")) {
        link.setDestination("/help/" + link.getDestination());
      }
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      if (image.getDestination().matches(NAME + "\\.jpg")) {
        image.setDestination("/help/" + image.getDestination());
      }
      visitChildren(image);
    }
  }
}
