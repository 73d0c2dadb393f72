package org.mujian.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box: hits of every module, in groups. */
@Controller
class SearchPages {

  private static final int IN_THE_BOX = 5;
  private static final int ON_THE_PAGE = 20;
  private static final int LONGEST = 100;

  private final List<SearchSource> sources;
  private final TransactionTemplate transaction;

  SearchPages(List<SearchSource> sources, TransactionTemplate transaction) {
    this.sources = sources.stream().sorted(Comparator.comparingInt(SearchSource::order)).toList();
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/search")
  String search(Page page, @RequestParam(defaultValue = "") String q, Model model) {
    return show(page, q, ON_THE_PAGE, model, "web/search");
  }

  @GetMapping("/z/{zone}/search/hits")
  String hits(Page page, @RequestParam(defaultValue = "") String q, Model model) {
    return show(page, q, IN_THE_BOX, model, "web/hits");
  }

  private String show(Page page, String q, int limit, Model model, String view) {
    String asked = q.strip();
    asked = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
    model.addAttribute("q", asked);
    model.addAttribute("groups", asked.isEmpty() ? List.of() : groups(page, asked, limit));
    return view;
  }

  private List<SearchGroup> groups(Page page, String q, int limit) {
    return java.util.Objects.requireNonNull(
        transaction.execute(
            status ->
                sources.stream()
                    .map(
                        source ->
                            new SearchGroup(
                                source.titleKey(),
                                source.search(page, q, limit),
                                source.allHref(page, q)))
                    .filter(group -> !group.hits().isEmpty())
                    .toList()));
  }
}
