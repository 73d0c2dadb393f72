package org.mujian.web.help;

import org.mujian.web.Language;
import org.mujian.web.Page;
import org.mujian.web.Texts;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the handbook. */
@Controller
class HelpPages {

  private final Handbook handbook;

  HelpPages(Handbook handbook) {
    this.handbook = handbook;
  }

  @GetMapping("/help")
  String index(Page page, Model model) {
    return show(page, Handbook.INDEX, model);
  }

  @GetMapping("/help/{name}")
  String page(Page page, @PathVariable String name, Model model) {
    return show(page, name, model);
  }

  @GetMapping(value = "/help/{name}.sql", produces = "text/plain;charset=UTF-8")
  @ResponseBody
  String script(@PathVariable String name) {
    return handbook
        .findScript(name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping(value = "/help/{name}.jpg", produces = MediaType.IMAGE_JPEG_VALUE)
  @ResponseBody
  Resource picture(@PathVariable String name) {
    return handbook
        .findPicture(name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String show(Page page, String name, Model model) {
    Handbook.Rendered found =
        handbook.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    boolean traditional = page.language() == Language.TRADITIONAL;
    model.addAttribute("name", name);
    model.addAttribute("heading", traditional ? Texts.traditional(found.title()) : found.title());
    model.addAttribute("html", traditional ? Texts.traditional(found.html()) : found.html());
    model.addAttribute("titles", handbook.titles());
    return "help/page";
  }
}
