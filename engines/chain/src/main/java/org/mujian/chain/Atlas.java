package org.mujian.chain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A chain (产业链图谱): its links and which feeds which, without cycles.
 *
 * @param version of its content; tags remember the version that gave them
 * @param notProduct words that, following a keyword, tell of equipment, works or services and not
 *     of the product
 * @param draft whether it is a first sketch (初稿) that nobody of the trade has checked
 */
public record Atlas(
    String code,
    String name,
    String nameEn,
    String version,
    LocalDate validFrom,
    String source,
    List<String> notProduct,
    boolean draft,
    List<Link> links) {

  /** One that is no draft. */
  public Atlas(
      String code,
      String name,
      String nameEn,
      String version,
      LocalDate validFrom,
      String source,
      List<String> notProduct,
      List<Link> links) {
    this(code, name, nameEn, version, validFrom, source, notProduct, false, links);
  }

  public Atlas {
    notProduct = List.copyOf(notProduct);
    links = List.copyOf(links);
  }

  public Optional<Link> find(String link) {
    return links.stream().filter(l -> l.code().equals(link)).findFirst();
  }

  public List<Link> list(Link.Group group) {
    return links.stream().filter(l -> l.group() == group).toList();
  }

  /** The links whose product {@code link} uses. */
  public List<Link> upstreamOf(Link link) {
    return links.stream().filter(l -> l.feeds().contains(link.code())).toList();
  }

  /** The links that use what {@code link} makes. */
  public List<Link> downstreamOf(Link link) {
    return link.feeds().stream().flatMap(code -> find(code).stream()).toList();
  }
}
